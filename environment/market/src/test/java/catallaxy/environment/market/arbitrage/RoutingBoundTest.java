package catallaxy.environment.market.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trading.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The bound against the closed form of two pools, a search over all routes of three, and one route after another over many. */
final class RoutingBoundTest {
    private static final AssetAt GAINED = new AssetAt(0, 0);

    private static ProductPool pool(String name, int other, double gained, double held) {
        return new ProductPool(name, 0, other, UInt256.of((long) gained), UInt256.of((long) held), 3_000);
    }

    private static RoutingBound bound(List<ProductPool> pools) {
        return RoutingBound.of(CyclesTest.conversions(pools), GAINED);
    }

    @Test
    void ofTwoPoolsItIsTheClosedForm() {
        for (long seed = 0; seed < 100; seed++) {
            RandomStream random = RandomStream.of(seed, "two");
            ProductPool a = pool("a", 1, 1e12, 2e12);
            double depth = Math.exp(4 * random.nextDouble() - 2);
            ProductPool b = pool("b", 1, 1e12 * depth, 2e12 * depth * (0.9 + 0.2 * random.nextDouble()));
            Piece there = a.piece(0).then(b.piece(1));
            Piece back = b.piece(0).then(a.piece(1));
            double best = 0;
            for (Piece each : List.of(there, back)) {
                double in = each.inTo(1);
                best = Math.max(best, each.out(in) - in);
            }
            RoutingBound bound = bound(List.of(a, b));
            assertThat(bound.gain()).as("seed %d", seed).isCloseTo(best, within(1e-8 * best + 1e-3));
            assertThat(bound.shortage()).isLessThan(1e-6 * best + 1e-2);
        }
    }

    private static double maximum(DoubleUnaryOperator function, double low, double high) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double a = low;
        double b = high;
        for (int i = 0; i < 60; i++) {
            double left = b - golden * (b - a);
            double right = a + golden * (b - a);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                a = left;
            } else {
                b = right;
            }
        }
        return function.applyAsDouble((a + b) / 2);
    }

    /** What a pool gives for an amount that it is sold, or takes where the amount is negative. */
    private static double gained(ProductPool pool, double sold) {
        return sold > 0 ? pool.piece(1).out(sold) : -pool.piece(0).in(-sold);
    }

    @Test
    void ofThreePoolsItIsWhatASearchOverBothAmountsFinds() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "three");
            ProductPool cheap = pool("cheap", 1, 1e6, 1e6);
            ProductPool one = pool("one", 1, 1e6 * (1.1 + 0.1 * random.nextDouble()), 1e6);
            ProductPool two = pool("two", 1, 3e6 * (1.1 + 0.1 * random.nextDouble()), 3e6);
            double best = maximum(
                    sold -> maximum(
                            also -> gained(one, sold) + gained(two, also) + gained(cheap, -sold - also), -2e5, 2e5),
                    -2e5,
                    2e5);
            assertThat(bound(List.of(cheap, one, two)).gain())
                    .as("seed %d", seed)
                    .isCloseTo(best, within(1e-6 * best));
        }
    }

    /** Of eight random pools of four assets: whole sizes leave up to a tenth, quarters of them nearly nothing; neither ever beats the bound. */
    @Test
    void oneBestCycleAfterAnotherReachesNearlyAllOfIt() {
        double whole = 0;
        double worst = 1;
        for (long seed = 0; seed < 12; seed++) {
            List<ProductPool> pools = CyclesTest.pools(seed, 4, 8);
            RoutingBound bound = bound(pools);
            assertThat(bound.shortage()).as("seed %d", seed).isLessThan(1e-3 * bound.gain());
            double atOnce = GreedyRouting.of(pools, 0, 4, 1).gain().doubleValue() / bound.gain();
            double inParts = GreedyRouting.of(pools, 0, 4, 4).gain().doubleValue() / bound.gain();
            assertThat(atOnce).as("seed %d", seed).isBetween(0.9, 1 + 1e-9);
            assertThat(inParts).as("seed %d", seed).isLessThanOrEqualTo(1 + 1e-9);
            worst = Math.min(worst, inParts);
            whole += atOnce / 12;
        }
        assertThat(worst).isGreaterThan(0.99);
        assertThat(whole).isGreaterThan(0.97);
    }

    @Test
    void anyPricesBoundWhatCanBeGained() {
        List<ProductPool> pools = CyclesTest.pools(5, 4, 8);
        RoutingBound bound = bound(pools);
        RandomStream random = RandomStream.of(1, "prices");
        List<Conversion> all = CyclesTest.conversions(pools);
        for (int i = 0; i < 1_000; i++) {
            List<Double> prices = new ArrayList<>();
            for (AssetAt asset : bound.assets()) {
                prices.add(asset.equals(GAINED) ? 1 : Math.exp(random.nextDouble() - 0.5));
            }
            double value = 0;
            for (Conversion each : all) {
                double from = prices.get(bound.assets().indexOf(each.from()));
                double to = prices.get(bound.assets().indexOf(each.to()));
                double in = each.inTo(from / to);
                value += to * each.out(in) - from * in;
            }
            assertThat(value).isGreaterThanOrEqualTo(bound.gain() * (1 - 1e-9));
        }
    }

    @Test
    void pricesThatAgreeLeaveNothing() {
        assertThat(bound(List.of(pool("a", 1, 1e9, 2e9), pool("b", 1, 3e9, 6e9)))
                        .gain())
                .isZero();
        assertThatThrownBy(() -> RoutingBound.of(pool("a", 1, 9, 9).conversions(), new AssetAt(0, 7)))
                .hasMessageContaining("gained");
    }
}
