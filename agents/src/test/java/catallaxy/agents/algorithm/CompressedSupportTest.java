package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CompressedSupportTest {
    private static final CompressedSupport SUPPORT = new CompressedSupport(5);

    @Test
    void largeNumbersLieCloserTogether() {
        assertThat(CompressedSupport.compressed(0)).isZero();
        assertThat(CompressedSupport.compressed(3)).isCloseTo(1 + 0.003, within(1e-12));
        assertThat(CompressedSupport.compressed(-99)).isCloseTo(-9 - 0.099, within(1e-12));
    }

    @Test
    void expandingUndoesCompressing() {
        for (double x = -1e4; x <= 1e4; x += 37.3) {
            assertThat(CompressedSupport.expanded(CompressedSupport.compressed(x)))
                    .isCloseTo(x, within(1e-7 * Math.max(1, Math.abs(x))));
        }
        assertThat(CompressedSupport.expanded(0)).isZero();
    }

    @Test
    void aNumberIsSharedBetweenItsTwoNeighbours() {
        float[] out = new float[12];
        SUPPORT.write(CompressedSupport.expanded(-1.25), out, 1);
        assertThat(out[1 + 3]).isCloseTo(0.25f, within(1e-6f));
        assertThat(out[1 + 4]).isCloseTo(0.75f, within(1e-6f));
        assertThat(out[0]).isZero();
        assertThat(sum(out)).isCloseTo(1, within(1e-6));
    }

    @Test
    void beyondTheReachAreTheEndsAndWhatIsNotKnownIsNowhere() {
        float[] out = new float[11];
        SUPPORT.write(1e9, out, 0);
        assertThat(out[10]).isEqualTo(1);
        SUPPORT.write(-1e9, out, 0);
        assertThat(out[0]).isEqualTo(1);
        SUPPORT.write(Double.NaN, out, 0);
        assertThat(sum(out)).isZero();
    }

    @Test
    void itsLogitsAreReadAgain() {
        for (double x : new double[] {-17, -1, -0.05, 0, 0.3, 2.5, 24}) {
            float[] distribution = new float[11];
            SUPPORT.write(x, distribution, 0);
            float[] logits = new float[12];
            for (int i = 0; i < 11; i++) {
                logits[1 + i] = (float) Math.log(Math.max(distribution[i], 1e-30));
            }
            assertThat(SUPPORT.read(logits, 1)).isCloseTo(x, within(1e-4 * Math.max(1, Math.abs(x))));
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float each : values) {
            sum += each;
        }
        return sum;
    }
}
