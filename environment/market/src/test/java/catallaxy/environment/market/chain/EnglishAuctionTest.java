package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who wins a block, and for how much. */
final class EnglishAuctionTest {
    private static List<UInt256> values(long... wei) {
        return Arrays.stream(wei).mapToObj(UInt256::of).toList();
    }

    @Test
    void theHighestValueWinsAtAboutTheSecond() {
        EnglishAuction.Outcome outcome = new EnglishAuction(500, 1_000).among(values(1_000, 5_000, 4_000));
        assertThat(outcome.winner()).isEqualTo(1);
        assertThat(outcome.bid().longValueExact()).isBetween(4_000L, 4_200L);
    }

    @Test
    void oneWhoNobodyFollowsPaysItsOpeningBid() {
        EnglishAuction.Outcome outcome = new EnglishAuction(500, 1_000).among(values(10, 5_000, 2_000));
        assertThat(outcome).isEqualTo(new EnglishAuction.Outcome(1, UInt256.of(2_500), 0));
    }

    @Test
    void equalValuesLeaveTheWinnerNothing() {
        EnglishAuction.Outcome outcome = new EnglishAuction(500, 1_000).among(values(777, 777));
        assertThat(outcome.bid()).isEqualTo(UInt256.of(777));
    }

    @Test
    void anEmptyBlockIsWorthNothingToAnybody() {
        assertThat(new EnglishAuction(500, 24).among(values(0, 0, 0)))
                .isEqualTo(new EnglishAuction.Outcome(0, UInt256.ZERO, 0));
    }

    @Test
    void itStopsAfterItsRoundsWhoeverLeadsThen() {
        List<UInt256> values = values(1_000_000, 999_999);
        EnglishAuction.Outcome cut = new EnglishAuction(1, 1).among(values);
        EnglishAuction.Outcome whole = new EnglishAuction(1, 1_000_000).among(values);
        assertThat(cut.rounds()).isEqualTo(1);
        assertThat(cut.bid().longValueExact()).isBetween(500_000L, 500_200L);
        assertThat(whole.bid().longValueExact()).isGreaterThanOrEqualTo(999_999L);
    }

    @Test
    void overSeedsThePriceIsTheSecondValueAndAtMostARaiseMore() {
        for (long seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.of(seed, "auction");
            List<UInt256> values = new ArrayList<>();
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                values.add(UInt256.of(random.nextLong(1L << (1 + random.nextInt(62)))));
            }
            EnglishAuction.Outcome outcome = new EnglishAuction(500, Integer.MAX_VALUE).among(values);
            List<UInt256> sorted =
                    values.stream().sorted(Comparator.reverseOrder()).toList();
            UInt256 first = sorted.getFirst();
            UInt256 floor = sorted.get(1).max(first.shiftRight(1));
            UInt256 raised = floor.plusExact(
                    floor.mulDivFloor(UInt256.of(5), UInt256.of(100)).max(UInt256.ONE));
            assertThat(values.get(outcome.winner()))
                    .as("seed %d %s", seed, values)
                    .isEqualTo(first);
            assertThat(outcome.bid().isAtLeast(floor))
                    .as("seed %d: %s", seed, outcome)
                    .isTrue();
            assertThat(first.min(raised).isAtLeast(outcome.bid()))
                    .as("seed %d: %s of %s", seed, outcome, values)
                    .isTrue();
        }
    }

    @Test
    void nobodyPaysMoreThanTheBlockIsWorthToIt() {
        Stream.of(values(3, 1), values(1, 1), values(1, 0), values(0, 1), values(Long.MAX_VALUE, Long.MAX_VALUE - 1))
                .forEach(values -> {
                    EnglishAuction.Outcome outcome = new EnglishAuction(10_000, 24).among(values);
                    assertThat(values.get(outcome.winner()).isAtLeast(outcome.bid()))
                            .as("%s", values)
                            .isTrue();
                });
    }
}
