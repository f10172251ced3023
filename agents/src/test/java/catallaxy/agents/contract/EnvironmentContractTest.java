package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.problem.AcrobotProblem;
import catallaxy.agents.problem.AvellanedaStoikovProblem;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.ConnectFourProblem;
import catallaxy.agents.problem.DeleveragingProblem;
import catallaxy.agents.problem.MertonCostsProblem;
import catallaxy.agents.problem.MertonProblem;
import catallaxy.agents.problem.MountainCarProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.PigProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.RoutingProblem;
import catallaxy.agents.problem.TicTacToeProblem;
import catallaxy.agents.problem.TwoPoolsProblem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EnvironmentContractTest {
    private static final EnvironmentContract CONTRACT = new EnvironmentContract();
    private static final ProblemSpec SOUND = CartPoleProblem.standard();

    private static List<ProblemSpec> problems() {
        return List.of(
                CarteaJaimungalProblem.standard(),
                new CarteaJaimungalProblem(100, 1, 0.1, 0.01, 1, 0.01, 1, 1),
                AvellanedaStoikovProblem.standard(),
                new AvellanedaStoikovProblem(0.5, 2, 1.5, 140, 0.005, 1, 100, 1),
                MertonCostsProblem.standard(),
                MertonProblem.standard(),
                DeleveragingProblem.standard(),
                CartPoleProblem.standard(),
                PendulumProblem.standard(),
                AcrobotProblem.standard(),
                MountainCarProblem.standard(),
                new TicTacToeProblem(),
                TwoPoolsProblem.standard(),
                new TwoPoolsProblem(0.2, 0, 0.1, 0, 500),
                RoutingProblem.standard(),
                new RoutingProblem(4, 2, 5, 1, 0.02, 0.5, 500),
                new PigProblem(100),
                new PigProblem(10),
                new ConnectFourProblem());
    }

    /** Whoever adds a problem adds it here. */
    @Test
    void everyProblemIsPlayed() {
        Class<?>[] all = ProblemSpec.class.getPermittedSubclasses();
        assertThat(problems().stream().<Class<?>>map(Object::getClass)).contains(all);
        assertThat(problems().stream().map(ProblemSpec::problem).distinct()).hasSize(all.length);
    }

    @TestFactory
    Stream<DynamicContainer> everyProblemKeepsIt() {
        Map<String, IntFunction<VectorEnvironment>> makers = new LinkedHashMap<>();
        problems().forEach(problem -> makers.put(problem.toString(), problem::environment));
        return CONTRACT.tests(makers);
    }

    private static List<String> broken(SpoiltWorlds.Fault fault) {
        return CONTRACT.broken(worlds -> new SpoiltWorlds(SOUND.environment(worlds), fault));
    }

    @Test
    void soundWorldsInTheSameWrappingBreakNothing() {
        assertThat(broken((answer, steps) -> {})).isEmpty();
    }

    @Test
    void chanceFromElsewhereIsSeen() {
        AtomicLong drawn = new AtomicLong();
        assertThat(broken((answer, steps) -> Arrays.setAll(answer.rewards(), i -> drawn.incrementAndGet())))
                .contains(EnvironmentContract.SAME_SEED);
    }

    @Test
    void whatIsNeitherSavedNorForgottenIsSeen() {
        assertThat(broken((answer, steps) -> answer.rewards()[answer.worlds() - 1] += steps % 7))
                .contains(EnvironmentContract.LOADED)
                .doesNotContain(EnvironmentContract.SAME_SEED);
        assertThat(broken((answer, steps) -> Arrays.setAll(answer.rewards(), i -> steps > 1_200 ? 9 : 1)))
                .contains(EnvironmentContract.RESET);
    }

    @Test
    void worldsThatKnowOfEachOtherAreSeen() {
        assertThat(broken((answer, steps) -> answer.rewards()[0] += answer.worlds()))
                .containsExactly(EnvironmentContract.NUMBER);
    }

    @Test
    void worldsThatAreAllTheSameAreSeen() {
        assertThat(CONTRACT.broken(worlds -> new SpoiltWorlds(SOUND.environment(worlds), (answer, steps) -> {
                    Arrays.fill(answer.observations(), 0);
                    Arrays.fill(answer.next(), 0);
                    Arrays.fill(answer.rewards(), 0);
                    Arrays.fill(answer.terminated(), false);
                    Arrays.fill(answer.truncated(), false);
                })))
                .containsExactly(EnvironmentContract.OTHER_SEED, EnvironmentContract.BOUNDS);
    }

    @Test
    void valuesOutOfBoundsAndEndsOfTwoKindsAreSeen() {
        assertThat(broken((answer, steps) -> answer.observations()[0] = Float.NaN))
                .contains(EnvironmentContract.BOUNDS);
        assertThat(broken((answer, steps) -> answer.truncated()[0] = answer.terminated()[0]))
                .containsExactly(EnvironmentContract.BOUNDS);
    }

    @Test
    void choicesWithoutALabelAreSeen() {
        assertThat(broken((answer, steps) -> Arrays.fill(answer.masks(), steps < 50)))
                .contains(EnvironmentContract.MASKS);
    }

    @Test
    void worldsThatStepBeforeTheyBeginAreSeen() {
        assertThat(CONTRACT.broken(worlds -> {
                    VectorEnvironment begun = SOUND.environment(worlds);
                    begun.reset(0, VectorStep.of(begun));
                    return begun;
                }))
                .containsExactly(EnvironmentContract.REFUSALS);
    }
}
