package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.TensorStore;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StateTensorTest {
    @Test
    void bytesOfEveryLengthComeBack() {
        byte[] bytes = new byte[1_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 5, 12, (byte) 0);
        bytes[8] = 1;
        for (int length = 0; length <= bytes.length; length = length < 20 ? length + 1 : length * 7) {
            TensorStore tensors = new TensorStore();
            byte[] state = Arrays.copyOf(bytes, length);
            StateTensor.put(state, tensors);
            assertThat(StateTensor.of(tensors)).isEqualTo(state);
            assertThat(tensors.tensor("state").values()).hasSize(length / 3 + 1);
        }
    }

    @Test
    void whatIsNoneIsRefused() {
        TensorStore tensors = new TensorStore();
        assertThatThrownBy(() -> StateTensor.of(tensors)).hasMessageContaining("no tensor 'state'");
        tensors.put("state", new float[] {3, 0}, 2);
        assertThatThrownBy(() -> StateTensor.of(tensors)).hasMessageContaining("expected the bytes of a learner");
    }
}
