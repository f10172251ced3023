package catallaxy.agents.algorithm;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.UpperConfidence;
import java.util.Map;

/**
 * Plain tree search with random playouts, UCT: Kocsis and Szepesvári 2006, https://doi.org/10.1007/11871842_29. It plans and learns
 * nothing; what learners that plan are compared with.
 */
public final class TreeSearcher<P extends Position<P>> implements Learner {
    static final String NAME = "mcts";
    private static final int PLAYED_AT_ONCE = 64;

    /**
     * Settings.
     *
     * @param simulations    before a move
     * @param playouts       from each leaf
     * @param exploration    c, for values as the game has them
     * @param solve          whether ends of games are carried up as proofs
     * @param transpositions whether positions that several orders of moves lead to are one
     */
    public record Config(int simulations, int playouts, double exploration, boolean solve, boolean transpositions) {
        /** Checks each; the error names the field. */
        public Config {
            Checks.inRange("simulations", simulations, 1, 10_000_000);
            Checks.inRange("playouts", playouts, 1, 1_000_000);
            Settings.notNegative("exploration", exploration);
        }
    }

    private final Config config;
    private final Game<P> game;
    private final int worlds;
    private long seed;
    private PlannedPolicy<P> policy;
    private long steps;
    private boolean acting;

    /** A planner at its first move. */
    public TreeSearcher(Config config, Game<P> game, LearningTask task) {
        this.config = config;
        this.game = game;
        worlds = task.worlds();
        seed = task.stream(NAME, "searches").nextLong();
        policy = planned();
    }

    private PlannedPolicy<P> planned() {
        UpperConfidence selection = UpperConfidence.of(config.exploration());
        ManySearches<P> searches = new ManySearches<>(
                SearchSettings.playouts().withSolve(config.solve()).withTranspositions(config.transpositions()),
                new RandomPlayouts<>(seed, config.playouts(), game.first()),
                selection,
                () -> MostVisited.by(selection),
                PLAYED_AT_ONCE,
                seed,
                game.first());
        return new PlannedPolicy<>(game, searches, config.simulations());
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        policy.act(now.observations(), now.masks(), worlds, actions);
        acting = true;
    }

    @Override
    public void observe(VectorStep result) {
        steps += worlds;
        acting = false;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public boolean atBoundary() {
        return !acting;
    }

    @Override
    public BatchPolicy policy() {
        return policy;
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of();
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        rest.int64(seed).int64(steps);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        seed = rest.int64();
        steps = rest.int64();
        policy = planned();
    }

    @Override
    public void close() {}
}
