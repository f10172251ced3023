package catallaxy.environment.market.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a place stands still: as planned, by chance as often and as long as asked for, and again so after a restart. */
final class OutagesTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 1_440 * MINUTE;

    private static List<Long> changes(Outages outages, int count) {
        List<Long> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(outages.changesAtNanos());
            outages.change();
        }
        return changes;
    }

    @Test
    void aPlaceWithoutOutagesNeverStops() {
        assertThat(OutageSpec.NONE.isPossible()).isFalse();
        Outages outages = Outages.of(OutageSpec.NONE, "here", 1);
        assertThat(outages.isDown()).isFalse();
        assertThat(outages.changesAtNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void plannedOutagesBeginAndEndWhenTheyShould() {
        assertThat(changes(Outages.of(OutageSpec.planned(5 * MINUTE, 3 * MINUTE), "here", 1), 3))
                .containsExactly(5 * MINUTE, 8 * MINUTE, Long.MAX_VALUE);
        OutageSpec hourly = new OutageSpec(0, MINUTE, 60 * MINUTE, 0, MINUTE);
        assertThat(changes(Outages.of(hourly, "here", 1), 5))
                .containsExactly(0L, MINUTE, 60 * MINUTE, 61 * MINUTE, 120 * MINUTE);
    }

    @Test
    void randomOutagesAreAsFrequentAndAsLongAsTheSpecSays() {
        for (long seed = 1; seed <= 5; seed++) {
            Outages outages = Outages.of(new OutageSpec(0, 0, 0, 4, 20 * MINUTE), "here", seed);
            int count = 20_000;
            List<Long> changes = changes(outages, 2 * count);
            double up = changes.getFirst();
            double down = 0;
            for (int i = 1; i < changes.size(); i++) {
                double length = changes.get(i) - changes.get(i - 1);
                down += i % 2 == 1 ? length : 0;
                up += i % 2 == 0 ? length : 0;
            }
            double standardErrors = 4 / StrictMath.sqrt(count);
            assertThat(up / count).as("seed %d", seed).isCloseTo(DAY / 4.0, within(DAY / 4.0 * standardErrors));
            assertThat(down / count).isCloseTo(20.0 * MINUTE, within(20.0 * MINUTE * standardErrors));
        }
    }

    /** Whatever chance does, the place is down throughout each planned outage. */
    @Test
    void chanceNeverShortensWhatIsPlanned() {
        OutageSpec both = new OutageSpec(30 * MINUTE, 10 * MINUTE, 60 * MINUTE, 100, 15 * MINUTE);
        for (long seed = 1; seed <= 20; seed++) {
            Outages outages = Outages.of(both, "here", seed);
            boolean down = false;
            long at = 0;
            for (int i = 0; i < 400; i++) {
                long next = outages.changesAtNanos();
                assertThat(next).as("seed %d", seed).isGreaterThanOrEqualTo(at);
                long middle = both.plannedFrom(at) + 5 * MINUTE;
                if (middle >= at && middle < next) {
                    assertThat(down)
                            .as("seed %d, minute %d", seed, middle / MINUTE)
                            .isTrue();
                }
                at = next;
                outages.change();
                down = outages.isDown();
            }
        }
    }

    @Test
    void aCopyAndARestoredPlaceHaveTheSameFuture() {
        OutageSpec spec = new OutageSpec(30 * MINUTE, 10 * MINUTE, 600 * MINUTE, 10, MINUTE);
        Outages outages = Outages.of(spec, "here", 7);
        changes(outages, 5);
        StateWriter out = new StateWriter();
        outages.save(out);
        StateReader in = new StateReader(out.toBytes());
        Outages restored = Outages.load(in, spec);
        in.end();
        Outages copy = outages.copy();
        assertThat(restored.isDown()).isEqualTo(outages.isDown()).isTrue();
        List<Long> expected = changes(outages, 50);
        assertThat(changes(copy, 50)).isEqualTo(expected);
        assertThat(changes(restored, 50)).isEqualTo(expected);
        assertThat(changes(Outages.of(spec, "there", 7), 50)).isNotEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, 60",
        "0, -1, 0, 0, 60",
        "0, 60, 60, 0, 60",
        "0, 0, 0, 1001, 60",
        "0, 0, 0, -1, 60",
        "0, 0, 0, 0, 0"
    })
    void whatCannotBeIsRefused(long first, long length, long every, double rate, long mean) {
        assertThatThrownBy(() -> new OutageSpec(first * MINUTE, length * MINUTE, every * MINUTE, rate, mean * MINUTE))
                .isInstanceOf(InvalidValueException.class);
    }
}
