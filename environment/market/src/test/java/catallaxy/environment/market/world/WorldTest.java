package catallaxy.environment.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Determinism, independence of components, copies and saved states of worlds that mix both sources. */
class WorldTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final int STEPS = 300;

    @Test
    void repeatsItselfFromASeedAndDiffersWithAnother() {
        double[] path = path(World.of(mixed(List.of()), 1), STEPS);
        assertThat(path(World.of(mixed(List.of()), 1), STEPS)).isEqualTo(path);
        assertThat(path(World.of(mixed(List.of()), 2), STEPS)).isNotEqualTo(path);
    }

    /** A shock after time t leaves everything before t as it was, and shows after it. */
    @Test
    void keepsThePathBeforeAPerturbationOfTheFuture() {
        long shockTime = 100 * MINUTE;
        for (long seed = 0; seed < 20; seed++) {
            World world = World.of(mixed(List.of()), seed);
            ShockSpec shock = new ShockSpec(shockTime, "ETH", -0.3, 10 * MINUTE);
            World shocked = World.of(mixed(List.of(shock)), seed);
            while (world.timeNanos() < shockTime) {
                assertThat(shocked.price(1)).as("seed %d", seed).isEqualTo(world.price(1));
                world.advance();
                shocked.advance();
            }
            world.advance();
            shocked.advance();
            assertThat(Math.log(shocked.price(1) / world.price(1))).isCloseTo(-0.03, offset());
            assertThat(shocked.price(0)).isEqualTo(world.price(0));
        }
    }

    @Test
    void movesAPriceEvenlyOverAShockAndLeavesItThere() {
        ShockSpec slow = new ShockSpec(10 * MINUTE, "A", -0.2, 20 * MINUTE);
        ShockSpec sudden = new ShockSpec(40 * MINUTE, "A", 0.2, 0);
        WorldSpec spec = new WorldSpec(
                10 * MINUTE,
                List.of(new DiffusionSpec("A", 100, 0, 0)),
                CorrelationSpec.identity(1),
                RegimeChainSpec.CONSTANT,
                0,
                List.of(slow, sudden),
                ReplayClockSpec.UNUSED);
        World world = World.of(spec, 1);
        double[] expected = {0, 0, -0.1, -0.2, 0, 0};
        for (double logReturn : expected) {
            assertThat(Math.log(world.price(0) / 100)).isCloseTo(logReturn, offset());
            world.advance();
        }
    }

    @Test
    void leavesOtherAssetsAloneWhenOneIsAdded() {
        DiffusionSpec first = new DiffusionSpec("A", 10, 0.1, 0.5, new JumpSpec(1000, 0.01, 0.02, 0.5, true));
        DiffusionSpec second = new DiffusionSpec("B", 10, 0.1, 0.9, new JumpSpec(1000, 0.01, 0.02, 0.5, true));
        World alone = World.of(simulated(List.of(first), List.of(List.of(1.0))), 5);
        World both = World.of(simulated(List.of(first, second), List.of(List.of(1.0, 0.7), List.of(0.7, 1.0))), 5);
        for (int i = 0; i < STEPS; i++) {
            alone.advance();
            both.advance();
            assertThat(both.price(0)).isEqualTo(alone.price(0));
            assertThat(both.regimeIndex()).isEqualTo(alone.regimeIndex());
        }
    }

    private static WorldSpec simulated(List<PriceSpec> assets, List<List<Double>> correlation) {
        return new WorldSpec(
                60 * MINUTE,
                assets,
                new CorrelationSpec(correlation),
                regimes(),
                100,
                List.of(),
                ReplayClockSpec.UNUSED);
    }

    @Test
    void goesOnAlikeFromACopyAndFromItsSavedBytes() {
        for (long seed = 0; seed < 10; seed++) {
            World world = World.of(mixed(List.of(new ShockSpec(50 * MINUTE, "BTC", 0.1, MINUTE))), seed);
            path(world, 17 + (int) seed);
            World copy = world.copy();
            byte[] saved = saved(world);
            World loaded = World.load(world.spec(), new StateReader(saved));
            assertThat(saved(copy)).isEqualTo(saved);
            assertThat(saved(loaded)).isEqualTo(saved);
            double[] future = path(world, STEPS);
            assertThat(path(copy, STEPS)).as("copy, seed %d", seed).isEqualTo(future);
            assertThat(path(loaded, STEPS)).as("load, seed %d", seed).isEqualTo(future);
            assertThat(saved(loaded)).isEqualTo(saved(world)).isNotEqualTo(saved);
        }
    }

    @Test
    void readsAllItsBytesAndRefusesImpossibleOnes() {
        World world = World.of(mixed(List.of()), 1);
        StateReader reader = new StateReader(saved(world));
        World.load(world.spec(), reader);
        reader.end();
        byte[] corrupt = saved(world);
        corrupt[7] = -1;
        assertThatThrownBy(() -> World.load(world.spec(), new StateReader(corrupt)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("world time");
        byte[] otherRegime = saved(world);
        otherRegime[8 + 24] = 9;
        assertThatThrownBy(() -> World.load(world.spec(), new StateReader(otherRegime)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("regime 9");
    }

    @Test
    void switchesRegimesAndTellsWhatTheyDo() {
        World world = World.of(mixed(List.of()), 3);
        assertThat(world.regime().name()).isEqualTo("normal");
        int stressed = 0;
        for (int i = 0; i < STEPS; i++) {
            world.advance();
            boolean stress = world.regime().name().equals("stress");
            stressed += stress ? 1 : 0;
            assertThat(world.volatility(0)).isEqualTo(stress ? 1.6 : 0.8);
            assertThat(world.regime().activityMultiplier()).isEqualTo(stress ? 4 : 1);
        }
        assertThat(stressed).isBetween(1, STEPS - 1);
    }

    @Test
    void findsAssetsByName() {
        WorldSpec spec = mixed(List.of());
        assertThat(spec.indexOf("ETH")).isEqualTo(1);
        assertThatThrownBy(() -> spec.indexOf("DOGE"))
                .hasMessageContaining("[BTC, ETH]")
                .hasMessageContaining("DOGE");
    }

    private static WorldSpec mixed(List<ShockSpec> shocks) {
        PriceSpec btc = new DiffusionSpec("BTC", 60_000, 0.1, 0.8, new JumpSpec(1000, -0.01, 0.02, 0.5, true));
        PriceSpec eth = new ReplaySpec("ETH", Candles.walk(200, 5 * MINUTE, 3), CandlePath.EXTREMES);
        return new WorldSpec(
                MINUTE,
                List.of(btc, eth),
                CorrelationSpec.identity(1),
                regimes(),
                50,
                shocks,
                new ReplayClockSpec(Candles.START, GapPolicy.HOLD));
    }

    private static RegimeChainSpec regimes() {
        RegimeSpec stress = new RegimeSpec("stress", -1, 2, 5, 4);
        return new RegimeChainSpec(
                List.of(RegimeSpec.NORMAL, stress), List.of(List.of(0.0, 24.0), List.of(48.0, 0.0)), "normal");
    }

    private static double[] path(World world, int steps) {
        int assets = world.spec().assets().size();
        double[] path = new double[steps * assets];
        for (int i = 0; i < steps; i++) {
            world.advance();
            for (int asset = 0; asset < assets; asset++) {
                path[i * assets + asset] = world.price(asset);
            }
        }
        return path;
    }

    private static byte[] saved(World world) {
        StateWriter out = new StateWriter();
        world.save(out);
        return out.toBytes();
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-12);
    }
}
