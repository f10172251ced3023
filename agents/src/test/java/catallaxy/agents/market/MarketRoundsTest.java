package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRoundsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 4, 0, 0, rounds",
        "1000001, 4, 0, 0, rounds",
        "1, 0, 0, 0, worlds",
        "1, 1025, 0, 0, worlds",
        "1, 4, -1, 0, soloWorlds",
        "1, 4, 1025, 0, soloWorlds",
        "1, 4, 0, 999999999, episodeNanos",
        "1, 4, 0, -1, episodeNanos"
    })
    void theErrorNamesWhatIsOutOfRange(int rounds, int worlds, int solo, long episodeNanos, String name) {
        assertThatThrownBy(() -> new MarketRounds(rounds, worlds, solo, episodeNanos))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(name + ": expected");
    }

    @Test
    void theEndsOfTheRangesAreWithin() {
        new MarketRounds(1, 1, 0, 0);
        new MarketRounds(1_000_000, 1024, 1024, 1_000_000_000L);
    }

    @Test
    void severalLearnersNeedTheirSoloWorlds() {
        MarketRounds rounds = new MarketRounds(1, 6, 2, 0);
        assertThat(rounds.hasRoomFor(3)).isTrue();
        assertThat(rounds.hasRoomFor(4)).isFalse();
        assertThat(new MarketRounds(1, 4, 1024, 0).hasRoomFor(1))
                .as("alone in all")
                .isTrue();
        assertThat(new MarketRounds(1, 1024, 1024, 0).hasRoomFor(1 << 22))
                .as("more than 32 bits")
                .isFalse();
    }
}
