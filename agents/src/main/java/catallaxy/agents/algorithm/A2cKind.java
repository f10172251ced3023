package catallaxy.agents.algorithm;

/** Advantage actor–critic, as it is registered. */
public final class A2cKind extends OnPolicyKind<A2c.Config> {
    /** The kind, which has no state. */
    public A2cKind() {
        super("a2c", A2c.Config.class, A2c::new, A2c.Config::networks, A2c.Config::rollout);
    }
}
