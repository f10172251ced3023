package catallaxy.agents.algorithm;

/** Deep deterministic policy gradient, as it is registered. */
public final class DdpgKind extends DeterministicKind<Ddpg.Config> {
    /** The kind, which has no state. */
    public DdpgKind() {
        super("ddpg", Ddpg.Config.class, Ddpg::new, Ddpg.Config::deterministic);
    }
}
