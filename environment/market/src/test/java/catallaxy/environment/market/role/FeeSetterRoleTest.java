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
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.adaptive.ControlledFee;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seat that sets a pool's fee. */
class FeeSetterRoleTest {
    private static final int POOL = SmallMarket.BOOK + 1;

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket()
                    .venue(new UniswapV4Spec("steered", 0, ETH, USDC, units(500, 18), units(1e6, 6), 0, 60, 0, 0)
                            .with(new ControlledFee(new FeeBounds(100, 10_000), "pilot", 3_000, SteeredFee.Flow.NONE)))
                    .agent("pilot", new FeeSetterSpec(POOL, HOUR, 0.05), 60, 0, 1)
                    .spec(),
            1);

    private void runMinutes(int minutes, double... fee) {
        seated.runUntil(seated.market.timeNanos() + minutes * 60L * SECOND, (agent, values) -> fee);
    }

    private void swap(int assetIn, double whole) {
        UInt256 amount = units(whole, assetIn == ETH ? 18 : 6);
        Call call = seated.market.quoting(POOL).swap(assetIn, Amount.of(amount), UInt256.ZERO);
        seated.market.submit(seated.outsider(), seated.market.transaction(0, call, seated.market.timeNanos() + HOUR));
    }

    private FeeControl control() {
        return seated.market.offered(POOL, FeeControl.class);
    }

    @Test
    void itSetsTheFeeOfItsActionAndLeavesSmallChangesAlone() {
        runMinutes(2, 0.0007);
        assertThat(control().feePips()).isEqualTo(700);
        assertThat(seated.value(0, "fee.steered")).isEqualTo(0.0007);
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        assertThat(gas).isPositive();
        runMinutes(5, 0.00072);
        assertThat(control().feePips()).as("a change of less than 5 %").isEqualTo(700);
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isEqualTo(gas);
        runMinutes(3, 0.01);
        assertThat(control().feePips()).isEqualTo(10_000);
        assertThat(seated.roles.get(0).actionSpec().components().getFirst().neutral())
                .isEqualTo(0.003);
        runMinutes(3, SeatedMarket.NOTHING);
        assertThat(control().feePips()).isEqualTo(10_000);
    }

    /** At a price of the world that stands still: what swaps pay in, less what they get, is the providers' gain. */
    @Test
    void itIsRewardedWithWhatSwapsBroughtTheProvidersAtTheWorldsPrice() {
        runMinutes(2, SeatedMarket.NOTHING);
        double cash = seated.market.holding(seated.outsider(), 0, USDC);
        double ether = seated.market.holding(seated.outsider(), 0, ETH);
        double gas = seated.market.totals(seated.outsider()).gasPaidQuote();
        swap(USDC, 20_000);
        runMinutes(2, SeatedMarket.NOTHING);
        assertThat(seated.value(0, "flow.steered")).isZero();
        assertThat(seated.value(0, "volume.steered"))
                .as("in the epoch before this one")
                .isZero();
        swap(ETH, 4);
        runMinutes(1, SeatedMarket.NOTHING);
        double lost = cash
                - seated.market.holding(seated.outsider(), 0, USDC)
                + 2_000 * (ether - seated.market.holding(seated.outsider(), 0, ETH))
                - (seated.market.totals(seated.outsider()).gasPaidQuote() - gas);
        assertThat(seated.rewards.getFirst()[0]).isPositive().isCloseTo(lost, within(0.01));
        assertThat(seated.value(0, "flow.steered")).as("all of it was sold").isCloseTo(-1, within(1e-9));
        assertThat(seated.value(0, "volume.steered")).isCloseTo(8_000, within(300.0));
        assertThat(seated.value(0, "volatility.steered")).isPositive();
        assertThat(seated.value(0, "depth.steered")).isCloseTo(5_000, within(150.0));
    }

    @Test
    void costsAreItsGas() {
        runMinutes(5, 0.0007);
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        assertThat(seated.rewards.getFirst()[1]).isCloseTo(-gas, within(1e-9));
        assertThat(seated.roles.get(0).rewardTerms()).containsExactly("liquidity_gain", "costs");
    }

    @Test
    void whoIsHaltedSetsNothingAndSells() {
        seated.seat(0).limit(7, 0);
        runMinutes(10, 0.0007);
        assertThat(control().feePips()).isEqualTo(3_000);
    }

    @Test
    void onlyAPoolWithAFeeThatSomebodySetsHasSuchASeat() {
        SmallMarket plain = new SmallMarket().agent("pilot", new FeeSetterSpec(0, HOUR, 0.05), 60, 0, 1);
        assertThatThrownBy(() -> new SeatedMarket(plain.spec(), 1)).hasMessageContaining("whose fee somebody sets");
        assertThatThrownBy(() -> new FeeSetterSpec(0, HOUR, 2)).hasMessageContaining("minChange");
        assertThat(new FeeSetterKind().keys())
                .extracting(RoleKey::name)
                .isEqualTo(List.of("pool", "half-life", "min-change"));
    }
}
