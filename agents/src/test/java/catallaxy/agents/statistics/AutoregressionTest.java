package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Series whose half-life is known. */
final class AutoregressionTest {
    private final RandomStream random = RandomStream.of(3, "test/series");

    private Autoregression series(double slope, int samples) {
        Autoregression reversion = new Autoregression();
        double value = 0;
        for (int i = 0; i < samples; i++) {
            reversion.add(1_000_000 + value);
            value = slope * value + random.nextGaussian();
        }
        return reversion;
    }

    @Test
    void theHalfLifeOfAnAutoregressionIsFound() {
        for (double halfLife : new double[] {1, 5, 20}) {
            Autoregression found = series(Math.pow(0.5, 1 / halfLife), 20_000);
            assertThat(found.halfLife()).isCloseTo(halfLife, within(0.15 * halfLife));
        }
    }

    @Test
    void aRandomWalkHasNoneInNineteenOfTwentyCases() {
        int found = 0;
        for (int i = 0; i < 400; i++) {
            found += Double.isNaN(series(1, 500).halfLife()) ? 0 : 1;
        }
        assertThat(found).isBetween(8, 34);
    }

    @Test
    void theSlopeIsThatOfTwoPassesOverThePairs() {
        double[] x = new double[50];
        Autoregression reversion = new Autoregression();
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
            reversion.add(x[i]);
        }
        int n = x.length - 1;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x[i] / n;
            meanY += x[i + 1] / n;
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (x[i + 1] - meanY);
        }
        double slope = products / squares;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double error = x[i + 1] - meanY - slope * (x[i] - meanX);
            residual += error * error;
        }
        assertThat(reversion.slope()).isCloseTo(slope, within(1e-12));
        assertThat(reversion.dickeyFuller())
                .isCloseTo((slope - 1) / Math.sqrt(residual / (n - 2) / squares), within(1e-9));
    }

    @Test
    void whatDoesNotMoveOrJumpsOnceHasNone() {
        Autoregression still = new Autoregression();
        Autoregression jump = new Autoregression();
        for (int i = 0; i < 1000; i++) {
            still.add(5);
            jump.add(i == 0 ? 100 : i % 100 == 50 ? 5.001 : 5);
        }
        assertThat(still.halfLife()).isNaN();
        assertThat(still.slope()).isNaN();
        assertThat(jump.dickeyFuller()).isLessThan(-10);
        assertThat(jump.halfLife()).isNaN();
    }
}
