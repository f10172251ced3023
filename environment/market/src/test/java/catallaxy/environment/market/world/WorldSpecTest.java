package catallaxy.environment.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every field out of range is refused with its name, what was expected and what was found. */
class WorldSpecTest {
    private static final DiffusionSpec ASSET = new DiffusionSpec("A", 1, 0, 0.5);
    private static final RegimeSpec NORMAL = RegimeSpec.NORMAL;

    @Test
    void refusesAssetsOutOfRange() {
        refuses(() -> new DiffusionSpec(" ", 1, 0, 0), "asset", "a name");
        refuses(() -> new DiffusionSpec("A", 0, 0, 0), "initialPrice", "found 0.0");
        refuses(() -> new DiffusionSpec("A", 1, Double.NaN, 0), "driftPerYear", "found NaN");
        refuses(() -> new DiffusionSpec("A", 1, 0, -0.1), "volatilityPerYear", "found -0.1");
        refuses(() -> new JumpSpec(-1, 0, 0), "intensityPerYear", "found -1.0");
        refuses(() -> new JumpSpec(1, 6, 0), "meanLogJump", "found 6.0");
        refuses(() -> new JumpSpec(1, 0, -1), "stdLogJump", "found -1.0");
        refuses(() -> new JumpSpec(1, 0, 0, 1.5, true), "commonProbability", "found 1.5");
    }

    @Test
    void refusesRegimesOutOfRange() {
        refuses(() -> new RegimeSpec("", 0, 1, 1, 1), "name", "a name");
        refuses(() -> new RegimeSpec("a", 2000, 1, 1, 1), "driftShiftPerYear", "found 2000.0");
        refuses(() -> new RegimeSpec("a", 0, -1, 1, 1), "volatilityMultiplier", "found -1.0");
        refuses(() -> new RegimeSpec("a", 0, 1, -1, 1), "jumpIntensityMultiplier", "found -1.0");
        refuses(() -> new RegimeSpec("a", 0, 1, 1, -1), "activityMultiplier", "found -1.0");
        refuses(() -> chain(List.of(), List.of(), "normal"), "regimes", "at least one");
        refuses(() -> chain(List.of(NORMAL, NORMAL), List.of(), "normal"), "regimes", "two of the name normal");
        refuses(() -> chain(List.of(NORMAL), List.of(), "normal"), "ratesPerDay", "1 rows");
        refuses(() -> chain(List.of(NORMAL), List.of(List.of()), "normal"), "ratesPerDay.normal", "1 rates");
        refuses(() -> chain(List.of(NORMAL), List.of(List.of(1.0)), "normal"), "ratesPerDay.normal", "found 1.0");
        refuses(() -> chain(List.of(NORMAL), List.of(List.of(-1.0)), "normal"), "ratesPerDay.normal", "found -1.0");
        refuses(() -> chain(List.of(NORMAL), List.of(List.of(0.0)), "clam"), "initial", "found clam");
    }

    private static RegimeChainSpec chain(List<RegimeSpec> regimes, List<List<Double>> rates, String initial) {
        return new RegimeChainSpec(regimes, rates, initial);
    }

    @Test
    void refusesMatricesThatCorrelateNothing() {
        refuses(() -> correlation(new double[][] {{1, 0}}), "correlation[0]", "found 2");
        refuses(() -> correlation(new double[][] {{0.5}}), "correlation[0][0]", "found 0.5");
        refuses(() -> correlation(new double[][] {{1, 0.5}, {0.4, 1}}), "correlation[1][0]", "mirror image 0.5");
        refuses(() -> correlation(new double[][] {{1, 2}, {2, 1}}), "correlation[0][1]", "found 2.0");
        double[][] impossible = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        refuses(() -> correlation(impossible), "correlation", "positive semi-definite");
        double[][] singularAndImpossible = {{1, 1, 0.5}, {1, 1, 0.4}, {0.5, 0.4, 1}};
        refuses(() -> correlation(singularAndImpossible), "correlation", "positive semi-definite");
    }

    @Test
    void acceptsPerfectCorrelation() {
        double[][] singular = {{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 1}};
        assertThatCode(() -> correlation(singular)).doesNotThrowAnyException();
        double[] factor = correlation(singular).cholesky();
        assertThat(factor[0] * factor[3]).isEqualTo(1);
        assertThat(factor[4]).isZero();
    }

    private static CorrelationSpec correlation(double[][] rows) {
        return new CorrelationSpec(Arrays.stream(rows)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
    }

    @Test
    void refusesShocksAndWorldsOutOfRange() {
        refuses(() -> new ShockSpec(-1, "A", 0, 0), "at", "found -1");
        refuses(() -> new ShockSpec(0, "", 0, 0), "asset", "a name");
        refuses(() -> new ShockSpec(0, "A", 30, 0), "logReturn", "found 30.0");
        refuses(() -> new ShockSpec(0, "A", 0, -1), "duration", "found -1");
        refuses(() -> world(0, List.of(ASSET), 0, "A"), "stepNanos", "found 0");
        refuses(() -> world(1, List.of(ASSET, ASSET), 0, "A"), "assets", "two of the name A");
        refuses(() -> world(1, List.of(ASSET, new DiffusionSpec("B", 1, 0, 0)), 0, "A"), "correlation", "2 rows");
        refuses(() -> world(1, List.of(ASSET), -1, "A"), "commonJumpsPerYear", "found -1.0");
        refuses(() -> world(1, List.of(ASSET), 0, "B"), "shock.asset", "one of [A]");
        assertThatCode(() -> world(1, List.of(ASSET), 0, "A")).doesNotThrowAnyException();
    }

    private static WorldSpec world(long step, List<PriceSpec> assets, double commonJumps, String shocked) {
        return new WorldSpec(
                step,
                assets,
                CorrelationSpec.identity(1),
                RegimeChainSpec.CONSTANT,
                commonJumps,
                List.of(new ShockSpec(0, shocked, 0.1, 0)),
                ReplayClockSpec.UNUSED);
    }

    private static void refuses(ThrowingCallable construction, String field, String detail) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field)
                .hasMessageContaining(detail);
    }
}
