package catallaxy.agents.algorithm;

/** Proximal policy optimisation, as it is registered. */
public final class PpoKind extends OnPolicyKind<Ppo.Config> {
    /** The kind, which has no state. */
    public PpoKind() {
        super("ppo", Ppo.Config.class, Ppo::new, Ppo.Config::networks, Ppo.Config::rollout);
    }
}
