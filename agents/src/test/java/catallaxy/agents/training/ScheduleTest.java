package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** When something is due, against counting multiples one by one. */
class ScheduleTest {
    @Test
    void isDueOnceAtOrAfterEachMultiple() {
        Schedule schedule = new Schedule(10);
        assertThat(schedule.next()).isEqualTo(10);
        assertThat(schedule.take(0)).isFalse();
        assertThat(schedule.take(9)).isFalse();
        assertThat(schedule.next()).isEqualTo(10);
        assertThat(schedule.take(10)).isTrue();
        assertThat(schedule.take(10)).isFalse();
        assertThat(schedule.next()).isEqualTo(20);
    }

    /** Multiples that were jumped over are not made up for. */
    @Test
    void isDueOnceAfterAStepOverSeveralMultiples() {
        Schedule schedule = new Schedule(10);
        assertThat(schedule.take(47)).isTrue();
        assertThat(schedule.next()).isEqualTo(50);
        assertThat(schedule.take(49)).isFalse();
        assertThat(schedule.take(50)).isTrue();
    }

    @Test
    void neverIsNever() {
        Schedule never = new Schedule(Long.MAX_VALUE);
        assertThat(never.take(1_000_000_000_000L)).isFalse();
        never.resumeAt(1_000_000_000_000L);
        assertThat(never.next()).isEqualTo(Long.MAX_VALUE);
    }

    /** In steps of any length, it is taken as often as the number of multiples passed has changed. */
    @Test
    void agreesWithCountingMultiplesAndGoesOnAfterAnyStep() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "schedule");
            long interval = 1L + random.nextInt(20);
            Schedule schedule = new Schedule(interval);
            long step = 0;
            for (int i = 0; i < 100; i++) {
                long before = step / interval;
                step += random.nextInt(30);
                assertThat(schedule.take(step))
                        .as("seed %d, interval %d, step %d", seed, interval, step)
                        .isEqualTo(step / interval > before);
                Schedule resumed = new Schedule(interval);
                resumed.resumeAt(step);
                assertThat(resumed.next())
                        .as("seed %d, interval %d, resumed at %d", seed, interval, step)
                        .isEqualTo(schedule.next())
                        .isGreaterThan(step)
                        .isLessThanOrEqualTo(step + interval);
            }
        }
    }
}
