package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;

/**
 * A problem with a known answer, as a scenario file describes it: one record for each, whose components are the keys of
 * {@code problem}.
 */
public sealed interface ProblemSpec
        permits CarteaJaimungalProblem,
                AvellanedaStoikovProblem,
                MertonProblem,
                MertonCostsProblem,
                DeleveragingProblem,
                CartPoleProblem,
                PendulumProblem,
                AcrobotProblem,
                MountainCarProblem,
                TicTacToeProblem,
                TwoPoolsProblem,
                RoutingProblem,
                PigProblem,
                ConnectFourProblem {
    /** Name of the problem in scenario files and results. */
    String problem();

    /** {@code worlds} worlds of it, not yet reset. */
    VectorEnvironment environment(int worlds);

    /** What is known about its answer. */
    Referee referee();
}
