package catallaxy.evolution.control;

import catallaxy.environment.api.setting.Key;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.Optional;

/**
 * Two poles on a cart, to be balanced for 100,000 steps of 0.02 s from the long one's 4 degrees ({@link PoleCart}); as in Stanley and
 * Miikkulainen 2002, section 4.3.
 *
 * @param velocities whether the controller observes them; without it has to remember
 */
public record DoublePole(
        @Key(meaning = "Whether velocities are observed; without them a network has to remember", initial = "true")
        boolean velocities)
        implements EvolvableProblem {
    /** Fitness of what is solved, with velocities. */
    public static final double SOLVED = BalancedSteps.LONG;

    /** Fitness that only solutions reach, without velocities. */
    public static final double GENERAL = DampedBalance.SOLVED;

    @Override
    public String problem() {
        return "double-pole";
    }

    @Override
    public Optional<ControllerTask> controllers() {
        return Optional.of(velocities ? new BalancedSteps() : new DampedBalance());
    }

    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(
                velocities
                        ? EvolutionReferee.value("steps balanced", SOLVED)
                        : EvolutionReferee.value("balanced from all 625 starts", GENERAL + DampedBalance.STARTS));
    }
}
