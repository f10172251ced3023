package catallaxy.agents.algorithm;

/** Twin delayed deep deterministic policy gradient, as it is registered. */
public final class Td3Kind extends DeterministicKind<Td3.Config> {
    /** The kind, which has no state. */
    public Td3Kind() {
        super("td3", Td3.Config.class, Td3::new, Td3.Config::deterministic);
    }
}
