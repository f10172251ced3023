package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seat that keeps a range, in pools of either protocol. */
class RangeManagerRoleTest {
    private static final int POOL = SmallMarket.BOOK + 1;

    static Stream<VenueSpec> pools() {
        return Stream.of(
                new UniswapV3Spec("pool", 0, ETH, USDC, units(5_000, 18), units(1e7, 6), 500, 10, 0, 1, 0, 1),
                new UniswapV4Spec("pool", 0, ETH, USDC, units(5_000, 18), units(1e7, 6), 500, 10, 0, 0));
    }

    private static SeatedMarket seated(VenueSpec pool, double usdc, double eth) {
        return new SeatedMarket(
                new SmallMarket()
                        .venue(pool)
                        .agent("ranger", new RangeManagerSpec(POOL, 2, 50, 0.01, HOUR), 60, usdc, eth)
                        .spec(),
                1);
    }

    private static void runMinutes(SeatedMarket seated, int minutes, double... action) {
        seated.runUntil(seated.market.timeNanos() + minutes * 60L * SECOND, (agent, values) -> action);
    }

    private static void swap(SeatedMarket seated, int assetIn, double whole) {
        UInt256 amount = units(whole, assetIn == ETH ? 18 : 6);
        Call call = seated.market.quoting(POOL).swap(assetIn, Amount.of(amount), UInt256.ZERO);
        seated.market.submit(seated.outsider(), seated.market.transaction(0, call, seated.market.timeNanos() + HOUR));
    }

    private static long reverted(SeatedMarket seated) {
        return seated.market.totals(seated.seat(0).participant()).reverted();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void opensARangeOfItsWidthWithAllThatItHasAndClosesItAgain(VenueSpec pool) {
        SeatedMarket seated = seated(pool, 100_000, 5);
        double before = seated.equity(0);
        runMinutes(seated, 2, 0.1, 0, 1);
        assertThat(seated.value(0, "width.pool")).isCloseTo(0.1, within(0.002));
        assertThat(seated.value(0, "in_range.pool")).isOne();
        assertThat(seated.value(0, "to_lower.pool")).isCloseTo(1, within(0.12));
        assertThat(seated.value(0, "to_upper.pool")).isCloseTo(1, within(0.12));
        assertThat(seated.value(0, "position.pool"))
                .as("of 110,000 on the chain, less what the impact of its swap leaves out of the ratio")
                .isBetween(98_000.0, 110_500.0);
        assertThat(before - seated.equity(0))
                .as(
                        "of a swap of 45,000 fee, 22.5, and impact, 45,000² / 10,000,000; and a range at a price that is off by it")
                .isBetween(225.0, 260.0);
        runMinutes(seated, 2, 0, 0, 1);
        assertThat(seated.value(0, "position.pool")).isZero();
        assertThat(seated.value(0, "width.pool")).isZero();
        assertThat(reverted(seated)).isZero();
        assertThat(seated.market.checkConservation().violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void putsTheCentreWhereSkewSaysAndLeavesItWhileThePriceStays(VenueSpec pool) {
        SeatedMarket seated = seated(pool, 100_000, 50);
        runMinutes(seated, 2, 0.2, 0.5, 0.4);
        assertThat(seated.value(0, "to_lower.pool")).isCloseTo(0.5, within(0.08));
        assertThat(seated.value(0, "to_upper.pool")).isCloseTo(1.5, within(0.08));
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        runMinutes(seated, 10, 0.2, 0.5, 0.4);
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isEqualTo(gas);
        assertThat(reverted(seated)).isZero();
    }

    /** The price leaves the range: it is moved after it, with what the fees have brought. */
    @ParameterizedTest
    @MethodSource("pools")
    void followsThePriceThatLeavesItsRange(VenueSpec pool) {
        SeatedMarket seated = seated(pool, 10_000, 5);
        runMinutes(seated, 2, 0.01, 0, 1);
        swap(seated, USDC, 200_000);
        runMinutes(seated, 1, SeatedMarket.NOTHING);
        assertThat(seated.value(0, "in_range.pool")).isZero();
        assertThat(seated.value(0, "to_upper.pool")).isNegative();
        assertThat(seated.value(0, "fees_earned.pool")).isPositive();
        assertThat(seated.value(0, "volatility.pool")).isPositive();
        runMinutes(seated, 2, 0.01, 0, 1);
        assertThat(seated.value(0, "in_range.pool")).isOne();
        assertThat(seated.value(0, "to_lower.pool")).isCloseTo(1, within(0.25));
        runMinutes(seated, 2, 0.5, 0, 1);
        assertThat(seated.value(0, "width.pool")).as("another width").isCloseTo(0.5, within(0.01));
        assertThat(reverted(seated)).isZero();
        assertThat(seated.market.checkConservation().violations()).isEmpty();
    }

    /** At a price of the world that stands still the reward is the change of equity: fees, less what its own swaps cost. */
    @ParameterizedTest
    @MethodSource("pools")
    void isRewardedWithFeesAndNotWithThePrice(VenueSpec pool) {
        SeatedMarket seated = seated(pool, 100_000, 50);
        double before = seated.equity(0);
        runMinutes(seated, 2, 0.05, 0, 1);
        for (int i = 0; i < 10; i++) {
            swap(seated, i % 2 == 0 ? USDC : ETH, i % 2 == 0 ? 40_000 : 20);
            runMinutes(seated, 1, SeatedMarket.NOTHING);
        }
        double[] terms = seated.rewards.getFirst();
        assertThat(terms[0] + terms[1]).isCloseTo(seated.equity(0) - before, within(1e-6));
        assertThat(seated.value(0, "fees_earned.pool")).isGreaterThan(20);
        assertThat(terms[1]).isNegative();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void aHaltedSeatTakesEverythingOut(VenueSpec pool) {
        SeatedMarket seated = seated(pool, 100_000, 50);
        runMinutes(seated, 2, 0.05, 0, 1);
        seated.seat(0).limit(7, 0);
        runMinutes(seated, 30, 0.05, 0, 1);
        assertThat(seated.value(0, "position.pool")).isZero();
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
    }

    @Test
    void onlyAPoolWithRangesHasSuchASeat() {
        SmallMarket plain = new SmallMarket().agent("r", new RangeManagerSpec(0, 1, 50, 0.01, HOUR), 60, 0, 1);
        assertThatThrownBy(() -> new SeatedMarket(plain.spec(), 1)).hasMessageContaining("liquidity in ranges");
        assertThatThrownBy(() -> new RangeManagerSpec(0, 0, 50, 0.01, HOUR)).hasMessageContaining("maxWidth");
        assertThat(new RangeManagerKind().keys())
                .extracting(RoleKey::name)
                .isEqualTo(List.of("pool", "max-width", "min-trade", "max-slippage", "half-life"));
    }
}
