package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.control.DoublePole;
import catallaxy.evolution.control.ExclusiveOr;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.SearchContract;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.VectorProblems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeatSearchTest extends SearchContract<NeatSettings, Genome> {
    @Override
    protected SearchKind<NeatSettings> kind() {
        return new NeatKind();
    }

    @Override
    protected NeatSettings settings() {
        return InitialSettings.of(NeatSettings.class);
    }

    @Override
    protected EvolvableProblem problem(Trouble trouble) {
        return new EvolvableProblem() {
            @Override
            public String problem() {
                return "test";
            }

            @Override
            public Optional<ControllerTask> controllers() {
                return Optional.of(new Line(trouble));
            }
        };
    }

    @Override
    protected String text(Genome candidate) {
        return candidate.toString();
    }

    /** To answer {@code ½ − a/2} for a from −1 to 1. */
    private record Line(Trouble trouble) implements ControllerTask {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public Objectives objectives() {
            return Objectives.of(Objective.minimised("error"));
        }

        @Override
        public boolean noisy() {
            return trouble == Trouble.NOISE;
        }

        @Override
        public FitnessSample sample(Controller candidate, long seed) {
            double error = 0;
            double[] output = new double[1];
            for (int i = -2; i <= 2; i++) {
                candidate.act(new double[] {i / 2.0}, output);
                double wrong = output[0] - 0.5 + i / 4.0;
                error += wrong * wrong / 5;
            }
            double at = output[0];
            return switch (trouble) {
                case NONE -> FitnessSample.of(error);
                case NOISE ->
                    FitnessSample.of(
                            error + 5 * RandomStream.of(seed, "noise " + at).nextGaussian());
                case HALF_INVALID -> at < 0.2 ? FitnessSample.of(error) : invalid(at);
                case ALL_INVALID -> FitnessSample.invalid();
            };
        }

        private static FitnessSample invalid(double at) {
            return at > 1 ? FitnessSample.of(Double.NEGATIVE_INFINITY) : FitnessSample.of(Double.NaN);
        }
    }

    @Test
    void unchangedGenomesAreTriedAgainOnlyWhereTrialsDiffer() {
        for (Trouble trouble : List.of(Trouble.NONE, Trouble.NOISE)) {
            Search<Genome> search = setup(trouble, 1).search();
            for (int i = 0; i < 4; i++) {
                int count = search.ask().size();
                assertThat(count).isGreaterThan(15).isLessThanOrEqualTo(20);
                search.tell(Collections.nCopies(count, Fitness.ofCosts(1)));
            }
            assertThat(search.ask().size() == 20).isEqualTo(trouble == Trouble.NOISE);
        }
    }

    @Test
    void onlyTheValidReproduce() {
        Search<Genome> search = setup(Trouble.NONE, 3).search();
        List<Genome> first = search.ask();
        List<Fitness> fitness = new ArrayList<>(Collections.nCopies(first.size(), Fitness.invalid()));
        fitness.set(7, Fitness.ofCosts(1));
        search.tell(fitness);
        double own = first.get(7).connections().getFirst().weight();
        long heirs = search.ask().stream()
                .filter(genome -> genome.connections().stream().anyMatch(gene -> gene.weight() == own))
                .count();
        assertThat(heirs).as("those whose weights did not change").isGreaterThan(0);
        assertThat(search.ask().stream().flatMap(genome -> genome.connections().stream()))
                .as("no weight of another")
                .noneMatch(gene -> first.stream()
                        .filter(genome -> !genome.equals(first.get(7)))
                        .anyMatch(genome -> genome.connections().contains(gene)));
    }

    @Test
    void whoDoesNotImproveHasNoOffspringButTheBest() {
        Search<Genome> search = setup(Trouble.NONE, 1).search();
        for (int i = 0; i < 60; i++) {
            List<Fitness> same = Collections.nCopies(search.ask().size(), Fitness.ofCosts(1));
            search.tell(same);
        }
        assertThat(search.found().figures().get("species")).isLessThan(20);
        assertThat(search.found().best()).hasSize(1);
    }

    @Test
    void problemsWithoutControllersAreRefused() {
        assertThat(kind().misfit(VectorProblems.SPHERE)).isPresent();
        assertThat(kind().misfit(new ExclusiveOr())).isEmpty();
    }

    @Test
    void solvesExclusiveOrAndTwoPoles() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(solved(new ExclusiveOr(), ExclusiveOr.SOLVED, seed)).isBetween(150L, 25_000L);
            assertThat(solved(new DoublePole(true), DoublePole.SOLVED, seed)).isBetween(150L, 25_000L);
        }
    }

    /** Trials until it was solved. */
    private long solved(EvolvableProblem problem, double target, long seed) {
        return NeatTrials.of(problem, Map.of(), 150, target, seed).trials();
    }
}
