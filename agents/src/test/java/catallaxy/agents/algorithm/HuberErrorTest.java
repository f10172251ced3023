package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HuberErrorTest {
    @Test
    void isQuadraticWithinOneAndLinearBeyond() {
        assertThat(HuberError.of(0.5)).isEqualTo(0.125);
        assertThat(HuberError.of(-3)).isEqualTo(2.5);
        assertThat(HuberError.derivative(0.5f)).isEqualTo(0.5f);
        assertThat(HuberError.derivative(3)).isEqualTo(1);
        assertThat(HuberError.derivative(-3)).isEqualTo(-1);
    }
}
