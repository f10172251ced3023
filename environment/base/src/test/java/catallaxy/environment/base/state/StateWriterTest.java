package catallaxy.environment.base.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateWriterTest {
    @Test
    void floatsComeBackBitForBit() {
        float[] values = {1, -0f, Float.intBitsToFloat(0x7FC0_1234), Float.MIN_VALUE, 5};
        StateReader in = new StateReader(new StateWriter(8).floats(values, 4).toBytes());
        float[] read = in.floats();
        in.end();
        assertThat(read).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(values[i]));
        }
    }

    @Test
    void tensOfMegabytesFit() {
        float[] values = new float[4_000_000];
        values[3_999_999] = 7;
        StateWriter out = new StateWriter();
        for (int i = 0; i < 4; i++) {
            out.floats(values, values.length);
        }
        StateReader in = new StateReader(out.toBytes());
        for (int i = 0; i < 4; i++) {
            assertThat(in.floats()[3_999_999]).isEqualTo(7);
        }
        in.end();
    }
}
