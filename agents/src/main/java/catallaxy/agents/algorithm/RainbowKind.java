package catallaxy.agents.algorithm;

/** Deep Q-network with six improvements, as it is registered. */
public final class RainbowKind extends ActionValueKind<Rainbow.Config> {
    /** The kind, which has no state. */
    public RainbowKind() {
        super("rainbow", Rainbow.Config.class, Rainbow::new, Rainbow.Config::values, FrozenRainbow::new);
    }
}
