package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.check.Checks;
import catallaxy.mcts.Position;
import java.util.Optional;

/** AlphaZero, as it is registered. */
public final class AlphaZeroKind extends OwnKind<AlphaZero.Config> {
    /** The kind, which has no state. */
    public AlphaZeroKind() {
        super(AlphaZero.NAME, AlphaZero.Config.class, AlphaZeroKind::learner);
    }

    private static Learner learner(AlphaZero.Config config, LearningTask task, Compute compute) {
        return learner(config, task.requireGame(AlphaZero.NAME), task, compute);
    }

    private static <P extends Position<P>> Learner learner(
            AlphaZero.Config config, Game<P> game, LearningTask task, Compute compute) {
        int players = game.first().playerCount();
        Checks.that(players == 2, "players of a game", "two, for alphazero plays against itself", players);
        return new AlphaZero<>(config, game, task, compute);
    }

    @Override
    public boolean plans() {
        return true;
    }

    /** Against itself alone. */
    @Override
    public boolean suits(int players) {
        return players == 2;
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete discrete && discrete.size() == 1;
    }

    /** The policy network alone, without a search. */
    @Override
    public BatchPolicy policy(AlphaZero.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofActor(tensors, Activation.RELU, features, actions);
    }

    @Override
    public int bufferSize(AlphaZero.Config config) {
        return config.bufferSize();
    }

    @Override
    public long firstUpdate(AlphaZero.Config config, int worlds) {
        return config.learningStarts() + (long) Math.ceil(config.batchSize() / config.reuse());
    }

    @Override
    public Optional<String> firstUpdateKey() {
        return Optional.of("learning-starts");
    }
}
