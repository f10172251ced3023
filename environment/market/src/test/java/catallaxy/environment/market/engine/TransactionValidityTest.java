package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.Sender.BASE_FEE;
import static catallaxy.environment.market.engine.Sender.GWEI;
import static catallaxy.environment.market.engine.Sender.SECOND;
import static catallaxy.environment.market.engine.Sender.product;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which transactions a chain takes, and what they pay: EIP-1559 and geth's mempool. */
class TransactionValidityTest {
    private static final String POOR = "INSUFFICIENT_FUNDS_FOR_GAS";
    private static final long LIMIT = 1_000_000;
    private static final long CAP = 1_000 * GWEI;

    @Test
    void theSenderMustOwnTheGasLimitAtTheCapWhateverItWouldUse() {
        Sender poor = new Sender("0.05");
        poor.submit(poor.sendDollar(), 0, LIMIT, CAP, GWEI).firstBlock();
        assertThat(poor.executed).isEmpty();
        assertThat(poor.dropReasons()).containsExactly(POOR);
        assertThat(poor.wei()).isEqualTo(TestMarket.units(ETH, "0.05"));
        assertThat(poor.market.totals(poor.participant).rejected()).isEqualTo(1);
        assertThat(poor.market.totals(poor.participant).gasPaidQuote()).isZero();
    }

    @Test
    void oneWeiDecides() {
        UInt256 needed = product(CAP, LIMIT);
        Sender exact = new Sender(needed);
        exact.submit(exact.sendDollar(), 0, LIMIT, CAP, GWEI).firstBlock();
        assertThat(exact.outcomes()).containsExactly("");
        assertThat(exact.wei()).isEqualTo(needed.minusExact(product(BASE_FEE + GWEI, 51_000)));
        Sender short1 = new Sender(needed.minusExact(UInt256.ONE));
        short1.submit(short1.sendDollar(), 0, LIMIT, CAP, GWEI).firstBlock();
        assertThat(short1.dropReasons()).containsExactly(POOR);
    }

    @Test
    void whatTheCallTakesOfTheGasAssetIsNeededBesides() {
        UInt256 value = TestMarket.units(ETH, "1");
        Sender probe = new Sender("0");
        List<Call> calls = List.of(
                probe.sendEther(value),
                new Call.Swap(List.of(ETH_MAINNET), ETH, value, UInt256.ZERO),
                new Call.Deposit(0, ETH, value),
                new Call.BridgeTransfer(0, ETH, value),
                new Call.AddLiquidity(ETH_MAINNET, value, TestMarket.units(USDC, "2000"), UInt256.ZERO, UInt256.ZERO));
        UInt256 needed = product(30 * GWEI, 200_000).plusExact(value);
        for (Call call : calls) {
            Sender exact = new Sender(needed);
            exact.submit(call, 0, 200_000, 30 * GWEI, GWEI).firstBlock();
            assertThat(exact.outcomes()).as("%s", call).containsExactly("");
            Sender short1 = new Sender(needed.minusExact(UInt256.ONE));
            short1.submit(call, 0, 200_000, 30 * GWEI, GWEI).firstBlock();
            assertThat(short1.executed).as("%s", call).isEmpty();
            assertThat(short1.dropReasons()).as("%s", call).containsExactly(POOR);
        }
    }

    @Test
    void aValueBeyondAllReasonIsRefusedAndNotAnOverflow() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendEther(UInt256.MAX), 0, 200_000, 30 * GWEI, GWEI);
        sender.submit(sender.sendDollar(), 0, 200_000, Long.MAX_VALUE, Long.MAX_VALUE);
        sender.firstBlock();
        assertThat(sender.dropReasons()).containsExactly(POOR, POOR);
    }

    @Test
    void otherAssetsAreNoValueAndRevertWhereTheyLack() {
        Sender sender = new Sender(product(30 * GWEI, 51_000));
        UInt256 tooMuch = TestMarket.units(USDC, "100001");
        sender.submit(new Call.Transfer(sender.other, USDC, tooMuch), 0, 51_000, 30 * GWEI, GWEI)
                .firstBlock();
        assertThat(sender.outcomes()).containsExactly("ERC20: transfer amount exceeds balance");
    }

    @Test
    void aBatchSpendsWhatThereIsByThen() {
        UInt256 start = TestMarket.units(ETH, "1");
        Sender sender = new Sender(start);
        Call all = new Call.Batch(List.of(sender.sendEther(start)));
        sender.submit(all, 0, 100_000, 30 * GWEI, GWEI).firstBlock();
        assertThat(sender.outcomes()).containsExactly("ERC20: transfer amount exceeds balance");
        assertThat(sender.wei()).isEqualTo(start.minusExact(product(21 * GWEI, 21_000 + 13_500)));
    }

    @Test
    void theMempoolAsksForAllThatWaitTogether() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 0, LIMIT, 600 * GWEI, GWEI);
        sender.submit(sender.sendDollar(), 1, LIMIT, 401 * GWEI, GWEI);
        sender.submit(sender.sendDollar(), 1, LIMIT, 400 * GWEI, GWEI);
        sender.firstBlock();
        assertThat(sender.dropReasons()).containsExactly(POOR);
        assertThat(sender.outcomes()).containsExactly("", "");
    }

    @Test
    void aReplacementIsNotCountedTwice() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 0, LIMIT, 600 * GWEI, GWEI);
        sender.submit(Sender.swap(), 0, LIMIT, 900 * GWEI, 2 * GWEI);
        sender.firstBlock();
        assertThat(sender.dropped).isEmpty();
        assertThat(sender.executed).singleElement().satisfies(each -> {
            assertThat(each.call()).isEqualTo("Swap");
            assertThat(each.effectiveGasPriceWei()).isEqualTo(22 * GWEI);
        });
    }

    @Test
    void validityIsAskedAgainWhenItsTurnComes() {
        UInt256 start = TestMarket.units(ETH, "1");
        Sender sender = new Sender(start);
        Call giveAway = new Call.Batch(List.of(sender.sendEther(TestMarket.units(ETH, "0.9"))));
        sender.submit(giveAway, 0, 100_000, 100 * GWEI, GWEI);
        sender.submit(sender.sendDollar(), 1, 900_000, CAP, GWEI);
        sender.firstBlock();
        assertThat(sender.outcomes()).containsExactly("");
        assertThat(sender.dropReasons()).containsExactly(POOR);
    }

    @Test
    void outOfGasBurnsTheWholeLimitAndDoesNothing() {
        UInt256 start = TestMarket.units(ETH, "1");
        Sender sender = new Sender(start);
        sender.submit(Sender.swap(), 0, 119_999, 30 * GWEI, GWEI).firstBlock();
        assertThat(sender.executed).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo("OUT_OF_GAS");
            assertThat(each.gasUsed()).isEqualTo(119_999);
        });
        assertThat(sender.wei()).isEqualTo(start.minusExact(product(21 * GWEI, 119_999)));
        assertThat(sender.market.holding(sender.participant, TestMarket.MAINNET, USDC))
                .isEqualTo(100_000);
        assertThat(sender.market.totals(sender.participant).reverted()).isEqualTo(1);
        assertThat(sender.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void aRevertBurnsWhatWasUsedUpToIt() {
        assertThat(gasUsed(Sender.greedySwap(), 1_000_000)).isEqualTo(21_000 + 44_550);
        assertThat(gasUsed(Sender.greedySwap(), 65_550)).isEqualTo(65_550);
        Sender probe = new Sender("1");
        Call first = new Call.Batch(List.of(Sender.greedySwap(), probe.sendDollar(), Sender.swap()));
        assertThat(gasUsed(first, 1_000_000)).isEqualTo(21_000 + 44_550);
        Call second = new Call.Batch(List.of(probe.sendDollar(), Sender.greedySwap(), Sender.swap()));
        assertThat(gasUsed(second, 1_000_000)).isEqualTo(21_000 + 30_000 + 44_550);
        Call nested = new Call.Batch(List.of(probe.sendDollar(), new Call.Batch(List.of(Sender.swap(), second))));
        assertThat(gasUsed(nested, 1_000_000)).isEqualTo(21_000 + 30_000 + 99_000 + 30_000 + 44_550);
    }

    @Test
    void aBatchRunsOutOfGasOnlyWhereItIsUsedUp() {
        Sender probe = new Sender("1");
        Call batch = new Call.Batch(List.of(probe.sendDollar(), Sender.greedySwap(), Sender.swap()));
        assertThat(reason(batch, 95_550)).startsWith("UniswapV2");
        assertThat(reason(batch, 95_549)).isEqualTo("OUT_OF_GAS");
        assertThat(gasUsed(batch, 95_549)).isEqualTo(95_549);
    }

    @Test
    void aPassedDeadlineIsSeenBeforeTheCallRuns() {
        Sender sender = new Sender("1");
        sender.submit(Sender.swap(), 0, 200_000, 30 * GWEI, GWEI, 5 * SECOND).firstBlock();
        assertThat(sender.outcomes()).containsExactly("UniswapV2Router: EXPIRED");
        assertThat(sender.executed.getFirst().gasUsed()).isEqualTo(24_000);
        Sender tight = new Sender("1");
        tight.submit(Sender.swap(), 0, 23_999, 30 * GWEI, GWEI, 5 * SECOND).firstBlock();
        assertThat(tight.outcomes()).containsExactly("OUT_OF_GAS");
    }

    private static long gasUsed(Call call, long gasLimit) {
        Sender sender = new Sender("1");
        sender.submit(call, 0, gasLimit, 30 * GWEI, GWEI).firstBlock();
        return sender.executed.getFirst().gasUsed();
    }

    private static String reason(Call call, long gasLimit) {
        Sender sender = new Sender("1");
        sender.submit(call, 0, gasLimit, 30 * GWEI, GWEI).firstBlock();
        return sender.outcomes().getFirst();
    }

    @Test
    void theProposerGetsTheTipOrWhatTheCapLeaves() {
        assertThat(pricePaid(50 * GWEI, 3 * GWEI)).isEqualTo(23 * GWEI);
        assertThat(pricePaid(22 * GWEI, 3 * GWEI)).isEqualTo(22 * GWEI);
        assertThat(pricePaid(20 * GWEI, 3 * GWEI)).isEqualTo(20 * GWEI);
        assertThat(pricePaid(50 * GWEI, 0)).isEqualTo(20 * GWEI);
    }

    private static long pricePaid(long cap, long tip) {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 0, 51_000, cap, tip).firstBlock();
        UInt256 paid = TestMarket.units(ETH, "1").minusExact(sender.wei());
        assertThat(paid).isEqualTo(product(sender.executed.getFirst().effectiveGasPriceWei(), 51_000));
        return sender.executed.getFirst().effectiveGasPriceWei();
    }

    @Test
    void aTipAboveTheCapAndALimitOutsideTheBlockAreInvalid() {
        Sender sender = new Sender("100");
        sender.submit(sender.sendDollar(), 0, 51_000, 30 * GWEI, 30 * GWEI + 1);
        sender.submit(sender.sendDollar(), 0, 51_000, 30 * GWEI, -1);
        sender.submit(sender.sendDollar(), 0, 20_999, 30 * GWEI, GWEI);
        sender.submit(sender.sendDollar(), 0, 30_000_001, 30 * GWEI, GWEI);
        sender.firstBlock();
        assertThat(sender.executed).isEmpty();
        assertThat(sender.dropReasons())
                .containsExactlyInAnyOrder(
                        "INVALID_FEE", "INVALID_FEE", "GAS_LIMIT_OUT_OF_RANGE", "GAS_LIMIT_OUT_OF_RANGE");
    }

    @Test
    void aCapBelowTheBaseFeeWaits() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 0, 51_000, GWEI, GWEI, 100 * SECOND).runUntil(90);
        assertThat(sender.executed).isEmpty();
        assertThat(sender.dropped).isEmpty();
        sender.runUntil(120);
        assertThat(sender.dropReasons()).containsExactly("DEADLINE_PASSED_IN_MEMPOOL");
    }

    @Test
    void aNonceWaitsForThoseBeforeIt() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 2, 51_000, 90 * GWEI, GWEI).runUntil(30);
        assertThat(sender.executed).isEmpty();
        sender.submit(Sender.swap(), MarketCommand.NEXT_NONCE, 120_000, 90 * GWEI, GWEI)
                .runUntil(40);
        assertThat(sender.executed).as("the first gap is filled").hasSize(1);
        sender.submit(sender.sendDollar(), MarketCommand.NEXT_NONCE, 51_000, 90 * GWEI, GWEI)
                .runUntil(80);
        assertThat(sender.executed.stream().map(each -> each.nonce())).containsExactly(0L, 1L, 2L);
        sender.submit(sender.sendDollar(), 2, 51_000, 90 * GWEI, GWEI).runUntil(100);
        assertThat(sender.dropReasons()).containsExactly("NONCE_TOO_LOW");
    }

    @Test
    void zeroTipsDoNotReplaceEachOther() {
        Sender sender = new Sender("1");
        sender.submit(sender.sendDollar(), 0, 120_000, 30 * GWEI, 0);
        sender.submit(Sender.swap(), 0, 120_000, 60 * GWEI, 0);
        sender.firstBlock();
        assertThat(sender.dropReasons()).containsExactly("REPLACEMENT_UNDERPRICED");
        assertThat(sender.executed.getFirst().call()).isEqualTo("Transfer");
    }

    /** Inclusion against the closed form, balances drawn around the bound. */
    @Test
    void includesExactlyWhatTheRuleAllows() {
        int included = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed, "test/validity");
            long limit = 51_000L + random.nextInt(300_000);
            long cap = BASE_FEE / 2 + random.nextLong(2 * BASE_FEE);
            long tip = random.nextLong(cap);
            UInt256 value = UInt256.of(random.nextLong(GWEI * GWEI));
            UInt256 needed = product(cap, limit).plusExact(value);
            UInt256 balance = needed.plusExact(UInt256.of(random.nextInt(3))).minusExact(UInt256.ONE);
            Sender sender = new Sender(balance);
            sender.submit(sender.sendEther(value), 0, limit, cap, tip).firstBlock();
            boolean valid = balance.isAtLeast(needed);
            boolean due = valid && cap >= BASE_FEE;
            assertThat(sender.executed.size()).as("seed %d", seed).isEqualTo(due ? 1 : 0);
            assertThat(sender.dropped.size()).as("seed %d", seed).isEqualTo(valid ? 0 : 1);
            if (due) {
                included++;
                UInt256 paid = product(Math.min(cap, BASE_FEE + tip), 51_000).plusExact(value);
                assertThat(sender.wei()).as("seed %d", seed).isEqualTo(balance.minusExact(paid));
            }
            assertThat(sender.market.checkConservation().violations()).isEmpty();
        }
        assertThat(included).as("both outcomes occur").isBetween(50, 150);
    }
}
