package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarkTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkingTest {
    private static final int A = 0;
    private static final int B = 1;

    /** Interest 0.01 %, at most 10 % each hour; the mark may be 5 % from the index. */
    private static DerivativeSpec perpetual(MarginMode mode) {
        MarkTerms terms = TestDerivatives.terms(50_000);
        return DerivativeSpec.perpetual(
                TestDerivatives.margin(mode), terms, new FundingTerms(TestDerivatives.HOUR, 100, 500, 100_000));
    }

    private static void waitForFunding(TestDerivatives market) {
        market.now = TestDerivatives.HOUR - 2 * TestDerivatives.SECOND;
    }

    @Test
    void longsPayShortsTheInterestWhereThereIsNoPremium() {
        TestDerivatives market = TestDerivatives.of(perpetual(MarginMode.CROSS), 0, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        waitForFunding(market);
        market.mark(1_000);
        assertThat(market.money(A)).isEqualTo(100_000);
        market.mark(1_000);
        assertThat(market.money(A)).isEqualTo(100_000 - 3);
        assertThat(market.money(B)).isEqualTo(100_000 + 3);
        assertThat(market.positions().mark().fundingRatePpb()).isEqualTo(100_000);
        assertThat(market.changes("longs-paid-funding")).hasSize(1);
    }

    @Test
    void thePremiumOfTheBookIsPaidByThoseWhoMakeIt() {
        TestDerivatives market = TestDerivatives.of(perpetual(MarginMode.CROSS), 0, 100_000, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.buy(2, 1, 1_020, 5);
        waitForFunding(market);
        market.mark(1_000);
        market.mark(1_000);
        assertThat(market.positions().mark().ticks()).isEqualTo(1_020);
        long ppb = 20_000_000 - 500_000;
        assertThat(market.positions().mark().fundingRatePpb()).isEqualTo(ppb);
        long paid = Math.ceilDiv(10L * 1_020 * 3 * ppb, 1_000_000_000);
        assertThat(market.money(A)).isEqualTo(100_000 + 10 * 20 * 3 - paid);
    }

    @Test
    void theMarkStaysWithinItsBand() {
        TestDerivatives market = TestDerivatives.of(perpetual(MarginMode.CROSS), 0, 100_000, 100_000);
        market.buy(A, 1, 1_500, 5);
        market.mark(1_000);
        assertThat(market.positions().mark().averagePremiumPpb()).isEqualTo(500_000_000);
        assertThat(market.positions().mark().ticks()).isEqualTo(1_050);
    }

    /** Whatever is paid is received, up to less than a unit for each who receives, which the fund has. */
    @Test
    void fundingAddsUpToNothingOverSeeds() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomStream random = RandomStream.of(seed, "funding");
            TestDerivatives market =
                    TestDerivatives.of(perpetual(MarginMode.CROSS), 0, 900_000, 900_000, 900_000, 900_000, 900_000);
            for (int i = 0; i < 12; i++) {
                market.trade(random.nextInt(2), 2 + random.nextInt(3), 990 + random.nextInt(20), 1 + random.nextInt(9));
            }
            waitForFunding(market);
            market.mark(1_000);
            long before = total(market);
            long insurance = market.insurance();
            market.mark(1_000);
            assertThat(total(market) + market.insurance()).as("seed %s", seed).isEqualTo(before + insurance);
            assertThat(market.insurance() - insurance).as("seed %s", seed).isBetween(0L, 4L);
            assertThat(market.positions().tally().fundingPaid())
                    .as("seed %s", seed)
                    .isPositive();
        }
    }

    private static long total(TestDerivatives market) {
        long total = 0;
        for (int who = 0; who < market.participants; who++) {
            total += market.money(who);
        }
        return total;
    }

    /** A, with nothing but its margin, owes more than it has: it pays all of that, and is bankrupt at no loss to others. */
    @Test
    void whoCannotPayFundingPaysWhatThereIs() {
        TestDerivatives market = TestDerivatives.of(perpetual(MarginMode.ISOLATED), 0, 3_000, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.now = 40 * TestDerivatives.HOUR;
        for (int i = 0; i < 4; i++) {
            market.buy(2, 10 + i, 1_090, 1);
            market.mark(1_000);
        }
        assertThat(market.money(A)).isBetween(0L, 3_000L);
        assertThat(market.settlement.ledger().check().holds()).isTrue();
        assertThat(market.positions().sum()).isZero();
    }

    @Test
    void aFutureEndsAtTheMeanIndexOfItsWindow() {
        TestDerivatives market =
                TestDerivatives.of(TestDerivatives.future(MarginMode.CROSS), 0, 100_000, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.buy(2, 1, 900, 5);
        market.now = TestDerivatives.HOUR - 5 * TestDerivatives.SECOND;
        for (long index : List.of(1_010, 1_020, 1_030, 1_040)) {
            market.mark(index);
        }
        assertThat(market.positions().isSettled()).isFalse();
        market.mark(1_050);
        assertThat(market.positions().isSettled()).isTrue();
        assertThat(market.free(A)).isEqualTo(100_000 + 10 * 30 * 3);
        assertThat(market.free(B)).isEqualTo(100_000 - 10 * 30 * 3);
        assertThat(market.free(2)).as("its order is gone").isEqualTo(100_000);
        assertThat(market.positions().openLots()).isZero();
        assertThat(market.buy(A, 9, 1_000, 1)).contains(Rejection.MARKET_CLOSED);
    }

    @Test
    void aFutureThatEndsDeleveragesWhereALossIsNotCovered() {
        TestDerivatives market =
                TestDerivatives.of(TestDerivatives.future(MarginMode.ISOLATED), 0, 3_000, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.now = TestDerivatives.HOUR;
        market.mark(800);
        assertThat(market.free(A)).isZero();
        assertThat(market.free(B)).isEqualTo(103_000);
        assertThat(market.positions().isSettled()).isTrue();
    }

    /** A market that is written and read in the middle goes on as one that is not. */
    @Test
    void whatIsSavedAndReadAgainGoesOnAlike() {
        for (long seed = 1; seed <= 20; seed++) {
            TestDerivatives whole = walk(seed, false);
            TestDerivatives read = walk(seed, true);
            assertThat(read.events).as("seed %s", seed).isEqualTo(whole.events);
            for (int who = 0; who < whole.participants; who++) {
                assertThat(read.money(who)).as("seed %s", seed).isEqualTo(whole.money(who));
            }
        }
    }

    private static TestDerivatives walk(long seed, boolean reload) {
        RandomStream random = RandomStream.of(seed, "reload");
        TestDerivatives market = TestDerivatives.of(perpetual(MarginMode.CROSS), 500, 30_000, 40_000, 50_000, 60_000);
        long index = 1_000;
        for (int i = 0; i < 120; i++) {
            index = Math.max(10, index + random.nextInt(61) - 30);
            long id = 1L + i;
            market.buy(random.nextInt(4), id, index - 5 + random.nextInt(10), 1 + random.nextInt(20));
            market.sell(random.nextInt(4), id, index - 5 + random.nextInt(10), 1 + random.nextInt(20));
            if (reload && i % 10 == 5) {
                market.reload();
            }
            market.now += 100 * TestDerivatives.SECOND;
            market.mark(index);
        }
        return market;
    }
}
