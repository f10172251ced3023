package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.view.Dealings;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.trading.Taker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The liquidity provider's way to its target shares, and back. */
class LiquidityProviderRoleTest {
    private static RoleSpec.LiquidityProvider spec(List<Integer> pools, List<Integer> hedges) {
        return new RoleSpec.LiquidityProvider(pools, hedges, 50, 0.01, HOUR);
    }

    private static SeatedMarket seated(RoleSpec.LiquidityProvider spec, double usdc, double eth) {
        return new SeatedMarket(
                new SmallMarket().agent("provider", spec, 60, usdc, eth).spec(), 1);
    }

    private static void runMinutes(SeatedMarket seated, double minutes, double... targets) {
        seated.runUntil(seated.market.timeNanos() + (long) (minutes * 60 * SECOND), (agent, values) -> targets);
    }

    private static long executed(SeatedMarket seated) {
        return seated.market.totals(seated.seat(0).participant()).fills();
    }

    @Test
    void depositsItsShareInTheRatioOfThePoolAndTakesAllOfItOutAgain() {
        SeatedMarket seated = seated(spec(List.of(POOL_A, POOL_C), List.of()), 100_000, 50);
        double before = seated.equity(0);
        runMinutes(seated, 3, 0.2, 0.1);
        assertThat(seated.value(0, "provided.a")).isCloseTo(0.2, within(1e-4));
        assertThat(seated.value(0, "provided.c")).isCloseTo(0.1, within(1e-4));
        assertThat(seated.value(0, "position.a")).isCloseTo(0.2 * before, within(20.0));
        assertThat(seated.value(0, "pool_share.a")).isCloseTo(0.2 * before / (20e6 + 0.2 * before), within(1e-6));
        assertThat(executed(seated)).as("swaps, where both assets are there").isZero();
        runMinutes(seated, 2, 0, 0);
        assertThat(seated.market.shares(seated.seat(0).participant(), POOL_A).isZero())
                .isTrue();
        assertThat(seated.market.shares(seated.seat(0).participant(), POOL_C).isZero())
                .isTrue();
        assertThat(seated.equity(0)).as("all but the gas is back").isCloseTo(before, within(1.0));
        assertThat(seated.market.holding(seated.seat(0).participant(), MAIN, USDC))
                .isCloseTo(100_000, within(1.0));
        assertThat(seated.market.checkConservation().violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200000, 1", "2000, 100"})
    void swapsForTheAssetThatIsShort(double usdc, double eth) {
        SeatedMarket seated = seated(spec(List.of(POOL_A), List.of()), usdc, eth);
        double before = seated.equity(0);
        runMinutes(seated, 6, 0.3);
        assertThat(executed(seated)).isBetween(1L, 3L);
        assertThat(seated.value(0, "provided.a")).isCloseTo(0.3, within(2e-3));
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isZero();
        double swapped = 0.15 * before;
        double cost = swapped * 0.003 + swapped * swapped / 1e7;
        assertThat(before - seated.equity(0)).as("fee and impact").isCloseTo(cost, within(0.1 * cost));
    }

    /** More than is free on the pool's chain cannot be deposited, nor more than everything. */
    @Test
    void depositsWhatThereIs() {
        SeatedMarket seated = seated(spec(List.of(POOL_A, POOL_B), List.of()), 100_000, 50);
        runMinutes(seated, 10, 1, 1);
        double onMain = 200_000.0 / 600_000;
        assertThat(seated.value(0, "provided.a") + seated.value(0, "provided.b"))
                .isCloseTo(onMain, within(2e-3));
        assertThat(seated.value(0, "provided.a") / seated.value(0, "provided.b"))
                .isCloseTo(1, within(0.05));
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isZero();
    }

    @Test
    void asksForNothingWithTheObservedShares() {
        SeatedMarket seated = seated(spec(List.of(POOL_A), List.of()), 100_000, 50);
        runMinutes(seated, 3, 0.15);
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        for (double scale : new double[] {1, 0.5, 0.2}) {
            seated.seat(0).limit(9, scale);
            seated.runUntil(seated.market.timeNanos() + HOUR, (agent, values) ->
                    new double[] {values[seated.roles.get(0).observationSpec().index("provided.a")]});
        }
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isEqualTo(gas)
                .isPositive();
    }

    @Test
    void holdsLessAtASmallerScale() {
        SeatedMarket seated = seated(spec(List.of(POOL_A), List.of()), 100_000, 50);
        runMinutes(seated, 3, 0.2);
        double full = seated.value(0, "position.a");
        seated.seat(0).limit(9, 0.5);
        runMinutes(seated, 3, 0.2);
        assertThat(seated.value(0, "position.a")).isCloseTo(full / 2, within(1e-3 * full));
        assertThat(seated.value(0, "provided.a")).isCloseTo(0.2, within(1e-3));
    }

    @Test
    void aHaltedProviderWithdrawsAndSells() {
        SeatedMarket seated = seated(spec(List.of(POOL_A, POOL_C), List.of()), 100_000, 50);
        runMinutes(seated, 3, 0.2, 0.2);
        seated.seat(0).limit(9, 0);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isFalse();
        runMinutes(seated, 30, 1, 1);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
        assertThat(seated.value(0, "position.a") + seated.value(0, "position.c"))
                .isZero();
        assertThat(seated.market.holding(seated.seat(0).participant(), MAIN, ETH))
                .isLessThan(0.02);
    }

    @Test
    void aPoolTakesNothingWhileATransactionWaits() {
        SeatedMarket seated = seated(spec(List.of(POOL_A, POOL_C), List.of()), 100_000, 50);
        seated.runUntil(60 * SECOND, (agent, values) -> new double[] {0.2, 0});
        boolean[] mask = new boolean[2];
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        assertThat(mask).containsExactly(false, true);
        Dealings dealings = seated.market.dealings(seated.seat(0).participant());
        assertThat(dealings.pending(MAIN)).isEqualTo(1);
        seated.roles.getFirst().act(seated.market, seated.gateway(0), seated.seat(0), new double[] {0.9, 0});
        assertThat(dealings.pending(MAIN)).as("no second transaction").isEqualTo(1);
        runMinutes(seated, 0.9, 0, 0);
        assertThat(seated.value(0, "provided.a")).as("not deposited twice").isCloseTo(0.2, within(1e-3));
    }

    @Test
    void withNothingToDepositTheMaskIsClosed() {
        SeatedMarket poor = seated(spec(List.of(POOL_A), List.of()), 10, 0.001);
        boolean[] mask = {true};
        poor.roles.getFirst().mask(poor.market, poor.seat(0), mask);
        assertThat(mask).containsExactly(false);
        SeatedMarket gasless = seated(spec(List.of(POOL_A), List.of()), 50_000, 0);
        runMinutes(gasless, 10, 0.5);
        assertThat(gasless.value(0, "provided.a")).isZero();
        assertThat(gasless.market.totals(gasless.seat(0).participant()).rejected())
                .as("what could not be sent is counted")
                .isPositive();
    }

    /** A price that moves by more than the slippage before the block makes the deposit revert; it is tried again. */
    @Test
    void aDepositThatWouldGetTooLittleRevertsAndIsTriedAgain() {
        SeatedMarket seated = new SeatedMarket(
                new SmallMarket()
                        .agent("provider", spec(List.of(POOL_A), List.of()), 7, 100_000, 50)
                        .spec(),
                1);
        seated.runUntil(6 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        Taker.buy(seated.market, seated.market.gateway(seated.outsider()), POOL_A, 600_000, 0.5, 0);
        runMinutes(seated, 5, 0.2);
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isEqualTo(1);
        assertThat(seated.value(0, "provided.a")).isCloseTo(0.2, within(5e-3));
    }

    @Test
    void feesAndGainsAreThoseOfTheShares() {
        SeatedMarket seated = seated(spec(List.of(POOL_A), List.of()), 100_000, 50);
        runMinutes(seated, 3, 0.2);
        double share = seated.value(0, "pool_share.a");
        for (int i = 0; i < 20; i++) {
            Taker.buy(seated.market, seated.market.gateway(seated.outsider()), POOL_A, 100_000, 0.5, 0);
            runMinutes(seated, 1);
            Taker.sell(seated.market, seated.market.gateway(seated.outsider()), POOL_A, 50, 0.5, 0);
            runMinutes(seated, 1);
        }
        double fees = 0.003 * (20 * 100_000 + 20 * 50 * 2_000) * share;
        assertThat(seated.value(0, "fees_earned.a")).isCloseTo(fees, within(0.03 * fees));
        assertThat(seated.value(0, "fee_yield.a") * seated.value(0, "position.a") * 40 / (365 * 1_440))
                .as("over forty minutes of the half-life")
                .isCloseTo(fees, within(0.15 * fees));
        assertThat(seated.value(0, "volume.a")).isCloseTo(100_000, within(2_000.0));
    }

    @Test
    void hedgesOnTheBookWhatThePoolDoes() {
        SeatedMarket seated = seated(spec(List.of(POOL_A), List.of(BOOK)), 100_000, 50);
        for (int level = 0; level < 10; level++) {
            seated.show(Side.BUY, 1_999 - level, 20, level);
            seated.show(Side.SELL, 2_001 + level, 20, 100 + level);
        }
        runMinutes(seated, 3, 0.3, 0);
        assertThat(seated.value(0, "exposure.book")).isCloseTo(0, within(0.01));
        Taker.buy(seated.market, seated.market.gateway(seated.outsider()), POOL_A, 1_000_000, 0.5, 0);
        runMinutes(seated, 2);
        double sold = -seated.value(0, "exposure.book");
        assertThat(sold).as("what the pool sold").isGreaterThan(2);
        seated.runUntil(seated.market.timeNanos() + 60 * SECOND, (agent, values) -> new double[] {values[7], 1});
        runMinutes(seated, 1);
        assertThat(seated.value(0, "exposure.book")).isCloseTo(0, within(0.02 * sold));
    }

    /** Whatever is decided, and however the price moves: rewards are the change of equity, and nothing is made or lost. */
    @Test
    void rewardsOfAnyDecisionsAddUpToTheChangeOfEquity() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomStream random = RandomStream.of(seed, "decisions");
            SeatedMarket seated = new SeatedMarket(
                    new SmallMarket()
                            .volatility(2)
                            .agent("provider", spec(List.of(POOL_A, POOL_B, POOL_C), List.of(BOOK)), 30, 100_000, 50)
                            .spec(),
                    seed);
            seated.show(Side.BUY, 1_995, 1_000, 1);
            seated.show(Side.SELL, 2_005, 1_000, 2);
            seated.runUntil(2 * HOUR, (agent, values) -> {
                Taker.buy(
                        seated.market,
                        seated.market.gateway(seated.outsider()),
                        POOL_A,
                        50_000 * random.nextDouble(),
                        0.5,
                        0);
                Taker.sell(
                        seated.market,
                        seated.market.gateway(seated.outsider()),
                        POOL_B,
                        20 * random.nextDouble(),
                        0.5,
                        0);
                return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()
                };
            });
            double[] terms = new double[2];
            seated.roles.getFirst().rewards(seated.market, seated.seat(0), terms);
            double sum = terms[0]
                    + terms[1]
                    + seated.rewards.getFirst()[0]
                    + seated.rewards.getFirst()[1];
            assertThat(sum).isCloseTo(seated.equity(0) - seated.seat(0).initialEquity(), within(1e-6));
            assertThat(executed(seated)).as("swaps and hedges").isGreaterThan(10);
            assertThat(seated.market.checkConservation().violations()).isEmpty();
        }
    }

    @Test
    void onlyPoolsThatTakeDepositsAgainstTheQuoteAssetFit() {
        assertThatThrownBy(() -> seated(spec(List.of(BOOK), List.of()), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a pool with liquidity against the quote asset")
                .hasMessageContaining("book");
    }
}
