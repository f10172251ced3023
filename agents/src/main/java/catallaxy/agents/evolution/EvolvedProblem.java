package catallaxy.agents.evolution;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.List;
import java.util.Optional;

/**
 * A learning problem that evolution is to solve: what controls it is evolved, episode by episode. A game of several players has no
 * such controllers: against itself a side earns nothing by playing better.
 *
 * @param task to control it; empty for a game
 */
public record EvolvedProblem(ProblemSpec spec, Optional<ProblemTask> task) implements EvolvableProblem {
    /** The problem as evolution sees it. */
    public static EvolvedProblem of(ProblemSpec spec) {
        return new EvolvedProblem(spec, isGame(spec) ? Optional.empty() : Optional.of(new ProblemTask(spec)));
    }

    private static boolean isGame(ProblemSpec spec) {
        return spec.environment(1)
                .game()
                .map(game -> game.first().playerCount() > 1)
                .orElse(false);
    }

    @Override
    public String problem() {
        return spec.problem();
    }

    @Override
    public Optional<ControllerTask> controllers() {
        return task.map(controlled -> controlled);
    }

    /** What the best attain, where returns say it; what was found is scored by the mean return of its trials. */
    @Override
    public Optional<EvolutionReferee> referee() {
        Referee referee = spec.referee();
        return task.isPresent() && referee.perReturn().isPresent()
                ? Optional.of(scoring(referee, referee.perReturn().getAsDouble()))
                : Optional.empty();
    }

    private static EvolutionReferee scoring(Referee referee, double perReturn) {
        EvolutionReferee returned = EvolutionReferee.value(referee.name(), referee.optimum());
        return new EvolutionReferee(
                returned.name(),
                returned.optimum(),
                List.of(),
                found -> perReturn * returned.score().of(found));
    }
}
