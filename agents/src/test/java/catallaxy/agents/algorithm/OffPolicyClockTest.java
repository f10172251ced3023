package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffPolicyClockTest {
    private static final double RATE = 0.5;

    @Test
    void aTrainingOfOneRoundOfUpdatesHasTheWholeRate() {
        assertThat(rates(new OffPolicyClock(4, 1, 25, -1, 100))).containsExactly(RATE);
    }

    @Test
    void theRateBeforeRoundKOfNIsOneMinusKOverN() {
        assertThat(rates(new OffPolicyClock(2, 1, 5, 1, 40)))
                .containsExactly(RATE, 0.75 * RATE, 0.5 * RATE, 0.25 * RATE);
    }

    @Test
    void roundsThatTheWarmUpTookCountAsOver() {
        assertThat(rates(new OffPolicyClock(1, 20, 10, 1, 40))).containsExactly(0.5 * RATE, 0.25 * RATE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 4, 100", "3, 4, 100", "7, 10, 1000", "64, 1, 64", "16, 3, 4096"})
    void noUpdateIsMadeForNothing(int worlds, int frequency, long steps) {
        List<Double> rates = rates(new OffPolicyClock(worlds, 1, frequency, 1, steps));
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isPositive());
        assertThat(rates).isSortedAccordingTo((one, next) -> Double.compare(next, one));
    }

    @Test
    void aRateThatIsNotAnnealedStays() {
        OffPolicyClock clock = new OffPolicyClock(2, 1, 5, 1, 40);
        for (int call = 0; call < 30; call++) {
            clock.advance();
            assertThat(clock.annealed(RATE, false)).isEqualTo(RATE);
        }
    }

    @Test
    void exploringBeginsAtTheInitialRateAndStaysAtTheLastOne() {
        ExplorationRate rate = new ExplorationRate(1, 0.1, 0.5);
        OffPolicyClock clock = new OffPolicyClock(10, 1, 1, 1, 1000);
        assertThat(rate.at(clock.progress())).isEqualTo(1);
        List<Double> course = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            course.add(rate.at(clock.progress()));
            clock.advance();
        }
        assertThat(course.get(25)).isCloseTo(0.55, within(1e-12));
        assertThat(course.subList(50, 100)).allSatisfy(late -> assertThat(late).isCloseTo(0.1, within(1e-12)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.3, 0.1", "1, 0.1"})
    void exploringWithoutAFallIsAtItsLastRateFromTheStart(double progress, double expected) {
        assertThat(new ExplorationRate(1, 0.1, 0).at(progress)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void updatesAreDueAfterTheWarmUpEverySoManySteps() {
        OffPolicyClock clock = new OffPolicyClock(4, 16, 3, 2, 100);
        assertThat(LongStream.range(0, 12).map(_ -> clock.advance()).toArray())
                .containsExactly(0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 0, 2);
        OffPolicyClock each = new OffPolicyClock(4, 1, 3, -1, 100);
        assertThat(LongStream.range(0, 6).map(_ -> each.advance()).toArray()).containsExactly(0, 0, 12, 0, 0, 12);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 2", "4, 16, 3, 24", "4, 100, 1, 104", "1, 20000, 4, 20004", "256, 100, 1, 256", "3, 3, 1, 6"})
    void theFirstUpdateIsForetold(int worlds, int starts, int frequency, long expected) {
        OffPolicyClock clock = new OffPolicyClock(worlds, starts, frequency, 1, 1_000_000);
        while (clock.advance() == 0) {
            assertThat(clock.steps()).isLessThan(expected);
        }
        assertThat(clock.steps()).isEqualTo(expected);
        assertThat(OffPolicyClock.firstUpdate(worlds, starts, frequency)).isEqualTo(expected);
    }

    @Test
    void goesOnFromWhereItWasSaved() {
        OffPolicyClock clock = new OffPolicyClock(2, 1, 5, 1, 40);
        for (int call = 0; call < 12; call++) {
            clock.advance();
        }
        StateWriter out = new StateWriter();
        clock.save(out);
        OffPolicyClock other = new OffPolicyClock(2, 1, 5, 1, 40);
        other.load(new StateReader(out.toBytes()));
        assertThat(other.steps()).isEqualTo(24);
        assertThat(rates(other)).isEqualTo(rates(clock)).containsExactly(0.5 * RATE, 0.25 * RATE);
    }

    /** The rates of the rounds of updates from now to the end of the run. */
    private static List<Double> rates(OffPolicyClock clock) {
        List<Double> rates = new ArrayList<>();
        while (clock.progress() < 1) {
            if (clock.advance() > 0) {
                rates.add(clock.annealed(RATE, true));
            }
        }
        return rates;
    }
}
