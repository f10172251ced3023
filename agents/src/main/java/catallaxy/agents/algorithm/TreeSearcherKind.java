package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.mcts.Position;

/** Plain tree search, as it is registered. */
public final class TreeSearcherKind extends OwnKind<TreeSearcher.Config> {
    /** The kind, which has no state. */
    public TreeSearcherKind() {
        super(TreeSearcher.NAME, TreeSearcher.Config.class, TreeSearcherKind::learner);
    }

    private static Learner learner(TreeSearcher.Config config, LearningTask task, Compute compute) {
        return learner(config, task.requireGame(TreeSearcher.NAME), task);
    }

    private static <P extends Position<P>> Learner learner(
            TreeSearcher.Config config, Game<P> game, LearningTask task) {
        return new TreeSearcher<>(config, game, task);
    }

    @Override
    public boolean plans() {
        return true;
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete discrete && discrete.size() == 1;
    }

    /** @throws IllegalArgumentException always: it learns nothing that tensors could hold */
    @Override
    public BatchPolicy policy(TreeSearcher.Config config, TensorStore tensors, int features, ActionSpec actions) {
        throw new IllegalArgumentException(TreeSearcher.NAME + ": it plans on a game and has no tensors");
    }
}
