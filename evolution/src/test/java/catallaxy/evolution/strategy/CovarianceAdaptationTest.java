package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.VectorBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CovarianceAdaptationTest {
    private static double ellipsoid(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(1e6, i / (x.length - 1.0)) * x[i] * x[i];
        }
        return sum;
    }

    /** The ellipsoid turned by 45° in each plane of a long axis and a short one. */
    private static double turned(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < x.length / 2; i++) {
            int j = x.length - 1 - i;
            y[i] = (x[i] + x[j]) / Math.sqrt(2);
            y[j] = (x[j] - x[i]) / Math.sqrt(2);
        }
        return ellipsoid(y);
    }

    private static VectorBox around(int n, double start, double scale) {
        double[] all = new double[n];
        Arrays.fill(all, start);
        double[] scales = new double[n];
        Arrays.fill(scales, scale);
        VectorBox free = VectorBox.unbounded(n, 1);
        return new VectorBox(free.low(), free.high(), all, scales);
    }

    private static CovarianceAdaptation begin(VectorBox box, CovarianceShape shape, boolean active) {
        int population = CovarianceAdaptation.usualPopulation(box.size());
        return new CovarianceAdaptation(box, box.start(), 1, population, shape, active);
    }

    private static List<double[]> generation(
            CovarianceAdaptation adaptation, RandomStream random, ToDoubleFunction<double[]> cost) {
        List<double[]> ranked = new ArrayList<>();
        for (int i = 0; i < adaptation.population(); i++) {
            ranked.add(adaptation.sample(random));
        }
        ranked.sort(Comparator.comparingDouble(drawn -> cost.applyAsDouble(adaptation.inside(drawn))));
        return ranked;
    }

    /** Evaluations until the mean costs as little as this, at most 100,000. */
    private static int evaluations(
            CovarianceAdaptation adaptation, ToDoubleFunction<double[]> cost, double target, long seed) {
        RandomStream random = RandomStream.of(seed, "cma");
        int used = 0;
        while (cost.applyAsDouble(adaptation.mean()) > target && used < 100_000) {
            adaptation.update(generation(adaptation, random, cost));
            used += adaptation.population();
        }
        return used;
    }

    @Test
    void learnsTheShapeOfAnEllipsoidHoweverItIsTurned() {
        for (long seed = 1; seed <= 3; seed++) {
            for (ToDoubleFunction<double[]> cost : List.<ToDoubleFunction<double[]>>of(
                    CovarianceAdaptationTest::ellipsoid, CovarianceAdaptationTest::turned)) {
                CovarianceAdaptation adaptation = begin(around(8, 3, 2), CovarianceShape.FULL, true);
                assertThat(evaluations(adaptation, cost, 1e-9, seed)).isLessThan(6000);
                assertThat(adaptation.condition()).isBetween(1e5, 1e7);
            }
        }
    }

    @Test
    void theDiagonalLearnsFasterWhatItCanAndNotWhatItCannot() {
        int whole = evaluations(
                begin(around(20, 3, 2), CovarianceShape.FULL, true), CovarianceAdaptationTest::ellipsoid, 1e-9, 1);
        int alone = evaluations(
                begin(around(20, 3, 2), CovarianceShape.SEPARABLE, true), CovarianceAdaptationTest::ellipsoid, 1e-9, 1);
        int turned = evaluations(
                begin(around(20, 3, 2), CovarianceShape.SEPARABLE, true), CovarianceAdaptationTest::turned, 1e-9, 1);
        assertThat(alone).isLessThan(whole * 3 / 4);
        assertThat(turned).isGreaterThan(2 * whole);
    }

    @Test
    void theWorseHalfHelps() {
        int active = 0;
        int passive = 0;
        for (long seed = 1; seed <= 5; seed++) {
            active += evaluations(
                    begin(around(10, 3, 2), CovarianceShape.FULL, true),
                    CovarianceAdaptationTest::ellipsoid,
                    1e-9,
                    seed);
            passive += evaluations(
                    begin(around(10, 3, 2), CovarianceShape.FULL, false),
                    CovarianceAdaptationTest::ellipsoid,
                    1e-9,
                    seed);
        }
        assertThat(active).isLessThan(passive);
    }

    @Test
    void coordinatesAreCountedInTheBoxesScale() {
        double[] scale = {1e-3, 1, 1e3};
        VectorBox free = VectorBox.unbounded(3, 1);
        VectorBox scaled = new VectorBox(free.low(), free.high(), new double[] {3e-3, 3, 3e3}, scale);
        ToDoubleFunction<double[]> sphere = x -> x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
        ToDoubleFunction<double[]> same = x -> sphere.applyAsDouble(new double[] {x[0] * 1e3, x[1], x[2] / 1e3});
        int plain = evaluations(begin(around(3, 3, 1), CovarianceShape.FULL, true), sphere, 1e-9, 1);
        int counted = evaluations(begin(scaled, CovarianceShape.FULL, true), same, 1e-9, 1);
        assertThat((double) counted).isCloseTo(plain, within(0.25 * plain));
    }

    @Test
    void findsCornersOfTheBox() {
        double[] low = new double[10];
        Arrays.fill(low, -1);
        double[] high = new double[10];
        Arrays.fill(high, 5);
        VectorBox box = new VectorBox(
                low, high, around(10, 3, 2).start(), around(10, 3, 2).scale());
        ToDoubleFunction<double[]> cost = x -> {
            double[] beyond = x.clone();
            for (int i = 0; i < beyond.length; i++) {
                beyond[i] += i % 2 == 0 ? 4 : 0.5;
            }
            return ellipsoid(beyond);
        };
        double best = cost.applyAsDouble(new double[] {-1, -0.5, -1, -0.5, -1, -0.5, -1, -0.5, -1, -0.5});
        for (long seed = 1; seed <= 5; seed++) {
            CovarianceAdaptation adaptation = begin(box, CovarianceShape.FULL, true);
            assertThat(evaluations(adaptation, cost, best * (1 + 1e-9), seed)).isLessThan(20_000);
        }
    }

    @Test
    void sidesAreMirrors() {
        VectorBox cube = VectorBox.cube(1, -1, 3);
        VectorBox half = new VectorBox(
                new double[] {-1}, new double[] {Double.POSITIVE_INFINITY}, new double[] {0}, new double[] {1});
        CovarianceAdaptation closed = begin(cube, CovarianceShape.FULL, true);
        CovarianceAdaptation open = begin(half, CovarianceShape.FULL, true);
        double[][] pairs = {{0.5, 0.5}, {-1.5, -0.5}, {3.5, 2.5}, {7.5, -0.5}, {-5.5, 2.5}, {8.25, 0.25}, {1e300, -1}};
        for (double[] pair : pairs) {
            double found = closed.inside(new double[] {pair[0]})[0];
            assertThat(found).isBetween(-1.0, 3.0);
            if (Math.abs(pair[0]) < 100) {
                assertThat(found).isCloseTo(pair[1], within(1e-14));
            }
        }
        assertThat(open.inside(new double[] {-9})[0]).isEqualTo(7);
        assertThat(open.inside(new double[] {9})[0]).isEqualTo(9);
    }

    @Test
    void withoutAReasonToMoveItKeepsItsSize() {
        RandomStream luck = RandomStream.of(1, "costs");
        RandomStream random = RandomStream.of(1, "cma");
        CovarianceAdaptation adaptation = begin(around(10, 0, 1), CovarianceShape.FULL, true);
        for (int i = 0; i < 300; i++) {
            adaptation.update(generation(adaptation, random, x -> 0 * x[0]).stream()
                    .sorted(Comparator.comparingDouble(_ -> luck.nextDouble()))
                    .toList());
        }
        assertThat(adaptation.sigma()).isBetween(0.05, 20.0);
        assertThat(adaptation.condition()).isLessThan(1e3);
    }

    @Test
    void learnsFromFewerThanWereDrawn() {
        CovarianceAdaptation adaptation = begin(around(5, 3, 2), CovarianceShape.FULL, true);
        RandomStream random = RandomStream.of(1, "cma");
        for (int i = 0; i < 400; i++) {
            List<double[]> ranked = generation(adaptation, random, CovarianceAdaptationTest::ellipsoid);
            adaptation.update(ranked.subList(0, 1 + i % ranked.size()), 1 + i % ranked.size() / 2);
        }
        assertThat(ellipsoid(adaptation.mean())).isLessThan(1);
        assertThat(adaptation.sigma()).isFinite();
    }

    @Test
    void goesOnWhereItWasSaved() {
        for (CovarianceShape shape : List.of(CovarianceShape.FULL, CovarianceShape.SEPARABLE)) {
            CovarianceAdaptation first = begin(around(6, 3, 2), shape, true);
            evaluations(first, CovarianceAdaptationTest::turned, 10, 3);
            StateWriter saved = new StateWriter();
            first.save(saved);
            CovarianceAdaptation second = begin(around(6, 3, 2), shape, true);
            StateReader reader = new StateReader(saved.toBytes());
            second.load(reader);
            reader.end();
            assertThat(evaluations(second, CovarianceAdaptationTest::turned, 1e-9, 4))
                    .isEqualTo(evaluations(first, CovarianceAdaptationTest::turned, 1e-9, 4));
            assertThat(second.mean()).isEqualTo(first.mean());
        }
    }
}
