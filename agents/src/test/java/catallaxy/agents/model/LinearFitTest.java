package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dot product against the library's own prediction and against the line; bytes there and back. */
final class LinearFitTest {
    private static final ModelSpec SPEC = new ModelSpec("plane", "1", List.of("a", "b", "c"), NaiveRule.ZERO);

    private static LinearFit fit(long seed) {
        RandomStream random = RandomStream.of(seed, "plane");
        List<double[]> rows = new ArrayList<>();
        double[] targets = new double[200];
        for (int i = 0; i < targets.length; i++) {
            double[] row = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            rows.add(row);
            targets[i] = 0.5 * row[0] - 0.25 * row[2];
        }
        return LinearFit.of(SPEC, rows, targets);
    }

    @Test
    void isTheLineAndPredictsAsTheLibraryDoes() {
        for (long seed = 0; seed < 5; seed++) {
            LinearFit fit = fit(seed);
            RandomStream random = RandomStream.of(seed, "points");
            for (int i = 0; i < 20; i++) {
                double[] row = {random.nextGaussian(), 0, 3 * random.nextGaussian()};
                assertThat(fit.predict(row)).isCloseTo(fit.predictByLibrary(row), within(1e-9));
                assertThat(fit.predict(row)).isCloseTo(0.5 * row[0] - 0.25 * row[2], within(1e-3));
            }
        }
    }

    @Test
    void bytesGiveTheSameModel() {
        LinearFit fit = fit(1);
        LinearFit read = LinearFit.read(SPEC.features(), fit.bytes());
        assertThat(read.weights()).isEqualTo(fit.weights());
        assertThat(read.bytes()).isEqualTo(fit.bytes());
        assertThatThrownBy(() -> LinearFit.read(SPEC.features(), new byte[] {1, 2, 3}))
                .isInstanceOf(CorruptStateException.class);
    }
}
