package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.function.FunctionProblem;
import catallaxy.evolution.function.TestFunction;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenAiEsTest extends VectorSearchContract<OpenAiEsKind.Settings> {
    private static final SearchContext CONTEXT =
            new SearchContext(1, 20, false, 1000, new SearchContext.NetworkShape(List.of(), Squash.TANH));

    @Override
    protected SearchKind<OpenAiEsKind.Settings> kind() {
        return new OpenAiEsKind();
    }

    @Override
    protected OpenAiEsKind.Settings settings() {
        return OpenAiEsKind.Settings.standard();
    }

    private static OpenAiEsKind.Settings with(Optimiser optimiser, double weightDecay) {
        return new OpenAiEsKind.Settings(0.1, 1, 0.001, 0.05, weightDecay, optimiser, 0.9);
    }

    private static Search<double[]> begun(OpenAiEsKind.Settings settings) {
        return new OpenAiEsKind()
                .setup(settings, VectorProblems.SPHERE, CONTEXT)
                .search();
    }

    @Test
    void perturbationsAreMirrored() {
        List<double[]> asked = begun(settings()).ask();
        double[] centre = asked.get(20);
        for (int pair = 0; pair < 10; pair++) {
            for (int i = 0; i < 3; i++) {
                double both = asked.get(2 * pair)[i] + asked.get(2 * pair + 1)[i];
                assertThat(both / 2).isCloseTo(centre[i], within(1e-12));
            }
        }
    }

    /** One step of plain gradients from 0, where the box's scale is 1/3: θ = α (1 − momentum) g. */
    @Test
    void aStepIsTheWeightedSumOfThePaper() {
        Search<double[]> search = begun(with(Optimiser.SGD, 0));
        List<double[]> asked = search.ask();
        List<Fitness> told = asked.stream().map(x -> Fitness.ofCosts(x[0])).toList();
        search.tell(told);
        double[] ranks = CentredRanks.of(
                told.subList(0, 20).stream().mapToDouble(Fitness::cost).toArray());
        double[] centre = search.ask().get(20);
        for (int i = 0; i < 3; i++) {
            double gradient = 0;
            for (int k = 0; k < 20; k++) {
                gradient += ranks[k] * (asked.get(k)[i] * 3 / 0.1) / (20 * 0.1);
            }
            assertThat(centre[i] * 3).isCloseTo(0.05 * 0.1 * gradient, within(1e-12));
        }
        assertThat(centre[0]).isNegative();
    }

    @Test
    void whereAllAreEqualNothingMovesButDecay() {
        for (Optimiser optimiser : Optimiser.values()) {
            Search<double[]> search = begun(with(optimiser, 0));
            double[] before = search.ask().get(20).clone();
            for (int i = 0; i < 5; i++) {
                search.tell(search.ask().stream().map(_ -> Fitness.ofCosts(7)).toList());
            }
            assertThat(search.ask().get(20)).isEqualTo(before);
        }
    }

    @Test
    void decayPullsTowardsTheStart() {
        for (int decay = 0; decay < 2; decay++) {
            Search<double[]> search = begun(with(Optimiser.SGD, decay));
            for (int i = 0; i < 150; i++) {
                boolean equal = i >= 50;
                search.tell(search.ask().stream()
                        .map(x -> Fitness.ofCosts(equal ? 7 : x[0]))
                        .toList());
            }
            double length = Objects.requireNonNull(search.found().figures().get("length"));
            assertThat(length).isBetween(decay == 1 ? 0 : 1.0, decay == 1 ? 0.1 : 100);
        }
    }

    @Test
    void bothOptimisersClimb() {
        FunctionProblem sphere = new FunctionProblem(TestFunction.SPHERE, 10);
        for (Optimiser optimiser : Optimiser.values()) {
            assertThat(Strategies.solve(kind(), with(optimiser, 0), sphere, 20, 20_000, 1, 0.1)
                            .cost())
                    .as(optimiser.name())
                    .isLessThanOrEqualTo(0.1);
        }
    }

    @Test
    void noiseFallsToItsLeast() {
        OpenAiEsKind.Settings falling = new OpenAiEsKind.Settings(0.1, 0.5, 0.02, 0.05, 0, Optimiser.ADAM, 0.9);
        Search<double[]> search = begun(falling);
        double last = 1;
        for (int i = 0; i < 4; i++) {
            double noise = Objects.requireNonNull(search.found().figures().get("noise"));
            assertThat(noise).isLessThan(last);
            last = noise;
            search.tell(search.ask().stream().map(x -> Fitness.ofCosts(x[0])).toList());
        }
        assertThat(last).isCloseTo(0.02, within(0.006));
    }

    @Test
    void equalCostsShareTheirRanks() {
        assertThat(CentredRanks.of(new double[] {3, 1, 2})).containsExactly(-0.5, 0.5, 0);
        assertThat(CentredRanks.of(new double[] {1, 1, 1, 1})).containsOnly(0);
        double lost = Double.POSITIVE_INFINITY;
        double[] failed = CentredRanks.of(new double[] {lost, 1, lost});
        assertThat(failed).containsExactly(-0.25, 0.5, -0.25);
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new OpenAiEsKind.Settings(0.1, 1, 0.001, -1, 0, Optimiser.ADAM, 0.9))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("learningRate");
    }
}
