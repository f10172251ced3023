package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Surfaces fitted to quotes: the parameters behind noisy ones are found again, and no quotes, however absurd, give a surface with arbitrage. */
final class SurfaceFitTest {
    private static final double[] YEARS = {0.02, 0.08, 0.25, 1, 2};
    private static final double STEP = 1e-3;

    /** Total variance by log-moneyness and years. */
    private interface Variances {
        double of(double logMoneyness, double years);
    }

    private static List<SurfaceQuote> quotes(Variances of, double noise, RandomStream random) {
        List<SurfaceQuote> quotes = new ArrayList<>();
        for (double years : YEARS) {
            for (int i = -5; i <= 5; i++) {
                double k = 0.35 * i * StrictMath.sqrt(years);
                double volatility = StrictMath.sqrt(of.of(k, years) / years);
                quotes.add(new SurfaceQuote(
                        years, k, StrictMath.max(0.02, volatility + noise * random.nextGaussian()), 1));
            }
        }
        return quotes;
    }

    /** What is earned for sure on a dense grid: negative densities at an expiry, and variances that fall with time. */
    private static double arbitrage(Variances of) {
        double most = 0;
        for (double years = 0.02; years <= 2; years *= 1.25) {
            for (double k = -1.5; k <= 1.5; k += 0.02) {
                double strike = StrictMath.exp(k);
                double width = STEP * strike;
                double butterfly =
                        call(of, strike - width, years) - 2 * call(of, strike, years) + call(of, strike + width, years);
                most = StrictMath.max(most, -butterfly / (width * width));
                most = StrictMath.max(most, of.of(k, years) - of.of(k, years * 1.25));
            }
        }
        return most;
    }

    private static double call(Variances of, double strike, double years) {
        double variance = of.of(StrictMath.log(strike), years);
        return BlackScholes.undiscounted(1, strike, 1).price(OptionRight.CALL, StrictMath.sqrt(variance));
    }

    @Test
    void findsTheParametersBehindNoisyQuotes() {
        for (long seed = 1; seed <= 8; seed++) {
            RandomStream random = RandomStream.of(seed, "test/fits");
            double skew = -0.7 + random.nextDouble();
            VolatilitySurface smile =
                    VolatilitySurface.of(skew, 0.4 + 0.4 * random.nextDouble(), 0.25 + 0.2 * random.nextDouble());
            VarianceCurve curve = new VarianceCurve(List.of(0.02, 0.25, 2.0), List.of(0.03, 0.3, 1.8));
            QuotedSurface real = new QuotedSurface(curve, smile);
            Variances variances = (k, years) -> real.totalVariance(k, years, 0.6);
            QuotedSurface fitted = SurfaceFit.of(0.6, quotes(variances, 0.002, random));
            assertThat(fitted.smile().skew()).as("seed %s", seed).isCloseTo(skew, within(0.05));
            assertThat(fitted.smile().curvature()).as("seed %s", seed).isCloseTo(smile.curvature(), within(0.08));
            assertThat(fitted.smile().decay()).as("seed %s", seed).isCloseTo(smile.decay(), within(0.06));
            for (double years : YEARS) {
                assertThat(StrictMath.sqrt(fitted.curve().at(years)))
                        .isCloseTo(StrictMath.sqrt(curve.at(years)), within(0.01 * StrictMath.sqrt(curve.at(years))));
            }
        }
    }

    @Test
    void findsQuotesWithoutNoiseToTheLastDigits() {
        QuotedSurface real = QuotedSurface.flat(new VolatilitySurface(-0.4, 0.9, 0.35));
        List<SurfaceQuote> quotes =
                quotes((k, years) -> real.totalVariance(k, years, 0.7), 0, RandomStream.of(1, "test/exact"));
        QuotedSurface fitted = SurfaceFit.of(0.7, quotes);
        assertThat(SurfaceFit.loss(fitted, 0.7, quotes)).isLessThan(1e-8);
        assertThat(SurfaceFit.loss(QuotedSurface.flat(new VolatilitySurface(0, 0.9, 0.35)), 0.7, quotes))
                .isGreaterThan(1e-4);
    }

    @Test
    void noQuotesHoweverAbsurdGiveArbitrage() {
        for (long seed = 1; seed <= 12; seed++) {
            RandomStream random = RandomStream.of(seed, "test/absurd");
            Variances absurd = (k, years) -> StrictMath.pow(0.1 + 2 * random.nextDouble(), 2) * years;
            QuotedSurface fitted = SurfaceFit.of(0.7, quotes(absurd, 0, random));
            assertThat(arbitrage((k, years) -> fitted.totalVariance(k, years, 0.7)))
                    .as("seed %s", seed)
                    .isLessThan(1e-6);
        }
    }

    /** The same search finds arbitrage in parabolas through the same quotes, fitted to each expiry alone. */
    @Test
    void parabolasThroughAbsurdQuotesHaveArbitrage() {
        int found = 0;
        for (long seed = 1; seed <= 6; seed++) {
            RandomStream random = RandomStream.of(seed, "test/absurd");
            double[] level = new double[YEARS.length];
            double[] bend = new double[YEARS.length];
            for (int i = 0; i < YEARS.length; i++) {
                level[i] = 0.2 + random.nextDouble();
                bend[i] = -0.3 * random.nextDouble();
            }
            Variances unconstrained = (k, years) -> {
                int nearest = 0;
                for (int i = 0; i < YEARS.length; i++) {
                    nearest = YEARS[i] <= years * 1.001 ? i : nearest;
                }
                double volatility = StrictMath.max(0.02, level[nearest] + bend[nearest] * k * k);
                return volatility * volatility * years;
            };
            found += arbitrage(unconstrained) > 1e-3 ? 1 : 0;
        }
        assertThat(found).isEqualTo(6);
    }

    @Test
    void anExpiryThatWouldFallIsPooledWithTheOneBefore() {
        List<SurfaceQuote> quotes = List.of(
                new SurfaceQuote(0.1, 0, 0.8, 1), new SurfaceQuote(0.2, 0, 0.3, 1), new SurfaceQuote(0.4, 0, 0.6, 1));
        VarianceCurve curve = SurfaceFit.of(1, quotes).curve();
        assertThat(curve.variances().get(1)).isEqualTo(curve.variances().get(0)).isBetween(0.018, 0.064);
        assertThat(curve.variances().get(2)).isCloseTo(0.4 * 0.36, within(1e-6));
    }

    @Test
    void aCurveThatFallsIsRefused() {
        assertThatThrownBy(() -> new VarianceCurve(List.of(1.0, 2.0), List.of(0.5, 0.4)))
                .hasMessageContaining("not falling");
        assertThatThrownBy(() -> new VarianceCurve(List.of(2.0, 1.0), List.of(0.5, 0.6)))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> SurfaceFit.of(1, List.of())).hasMessageContaining("at least one");
        VarianceCurve curve = new VarianceCurve(List.of(1.0, 2.0), List.of(0.5, 0.6));
        assertThat(curve.at(0.5)).isEqualTo(0.25);
        assertThat(curve.at(1.5)).isCloseTo(0.55, within(1e-12));
        assertThat(curve.at(4)).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void aSurfaceIsReadBackAsItWas() {
        QuotedSurface surface = new QuotedSurface(
                new VarianceCurve(List.of(1.0, 2.0), List.of(0.5, 0.6)), new VolatilitySurface(-0.3, 1, 0.4));
        StateWriter out = new StateWriter();
        surface.save(out);
        assertThat(QuotedSurface.load(new StateReader(out.toBytes()))).isEqualTo(surface);
    }
}
