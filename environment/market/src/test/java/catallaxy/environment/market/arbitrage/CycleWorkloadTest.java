package catallaxy.environment.market.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The workload decides the same each time, and its bounds are above its best cycles. */
final class CycleWorkloadTest {
    @Test
    void itRepeatsAndBoundsWhatItDecides() {
        CycleWorkload workload = new CycleWorkload(1, 4);
        long decided = workload.decide(8);
        assertThat(decided).isPositive().isEqualTo(new CycleWorkload(1, 4).decide(8));
        assertThat(decided).isNotEqualTo(new CycleWorkload(2, 4).decide(8));
        assertThat(workload.bound(4)).isGreaterThan(workload.decide(4) / 4);
    }
}
