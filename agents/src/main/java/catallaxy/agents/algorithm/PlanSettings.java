package catallaxy.agents.algorithm;

import catallaxy.environment.base.check.Checks;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.selection.CompletedValues;
import catallaxy.mcts.selection.GumbelInside;
import catallaxy.mcts.selection.GumbelRoot;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.Puct;
import catallaxy.mcts.selection.QTransform;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SelectionRule;

/**
 * How a learner with networks searches before each move.
 *
 * @param root            how moves are chosen at the root
 * @param simulations     before a move
 * @param leaves          positions of one tree that the networks evaluate at once
 * @param exploration     c of PUCT at few visits
 * @param considered      moves that Gumbel search tries at the root, at most
 * @param noise           share of Dirichlet noise in the root's priors, in training
 * @param concentration   of that noise
 * @param solve           whether ends of games are carried up as proofs
 */
public record PlanSettings(
        Root root,
        int simulations,
        int leaves,
        double exploration,
        int considered,
        double noise,
        double concentration,
        boolean solve) {
    /** The rule at the root. */
    public enum Root {
        /** Predictor and upper confidence bounds, with noise: AlphaZero. */
        PUCT,
        /** Sequential halving over Gumbel-sampled moves. */
        GUMBEL
    }

    private static final double PUCT_BASE = 19_652;

    /** Checks each; the error names the field. */
    public PlanSettings {
        Checks.inRange("simulations", simulations, 1, 10_000_000);
        Checks.inRange("leaves", leaves, 1, 4_096);
        Settings.notNegative("exploration", exploration);
        Checks.inRange("considered", considered, 1, 4_096);
        Settings.share("noise", noise);
        Settings.positive("concentration", concentration);
    }

    SearchSettings search() {
        return SearchSettings.network().withLeaves(leaves).withSolve(solve);
    }

    SelectionRule inside() {
        return root == Root.GUMBEL
                ? new GumbelInside(CompletedValues.standard())
                : new Puct(exploration, PUCT_BASE, 0, 1, QTransform.IDENTITY);
    }

    /** @param trains whether moves are explored */
    RootRule rule(boolean trains) {
        return root == Root.GUMBEL
                ? new GumbelRoot(considered, trains ? 1 : 0, CompletedValues.standard())
                : new MostVisited(inside(), concentration, trains ? noise : 0, 1);
    }
}
