package catallaxy.agents.market;

/** placeholder */
public final class Cloning {
    private Cloning() {}

    /**
     * How a learner imitates its advisor first.
     *
     * @param episodes     in which the advisor acts and is watched; 0 for no imitation
     * @param epochs       passes over what was seen
     * @param learningRate of Adam
     */
    public record Config(int episodes, int epochs, double learningRate) {
        /** No imitation. */
        public static Config none() {
            return new Config(0, 1, 1e-3);
        }
    }
}
