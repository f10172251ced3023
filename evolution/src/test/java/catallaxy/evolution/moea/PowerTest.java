package catallaxy.evolution.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class PowerTest {
    @Test
    void nearToTheStrictOnes() {
        RandomStream random = RandomStream.of(1, "power");
        for (int i = 0; i < 20_000; i++) {
            double x = StrictMath.exp(60 * (random.nextDouble() - 0.5));
            double y = 4 * (random.nextDouble() - 0.5);
            double log = StrictMath.log(x) / StrictMath.log(2);
            assertThat(Power.log2(x)).isCloseTo(log, within(5e-14 * (1 + Math.abs(log))));
            double power = StrictMath.pow(x, y);
            assertThat(Power.pow(x, y)).isCloseTo(power, within(1e-12 * power));
            int n = random.nextInt(40);
            double whole = StrictMath.pow(2 * y, n);
            assertThat(Power.whole(2 * y, n)).isCloseTo(whole, within(1e-13 * Math.abs(whole)));
        }
    }

    @Test
    void exactAtPowersOfTwo() {
        for (int exponent = -1022; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            assertThat(Power.log2(power)).isEqualTo(exponent);
            assertThat(Power.exp2(exponent)).isEqualTo(power);
        }
        assertThat(Power.exp2(-1e9)).isZero();
    }
}
