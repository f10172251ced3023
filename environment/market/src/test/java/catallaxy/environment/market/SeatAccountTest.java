package catallaxy.environment.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.OpenOrder;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.TestMarket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent is shown of its own, beside its features. */
class SeatAccountTest {
    private static final MarketSpec SPEC = FullMarket.spec(600);

    private final MarketEnvironment environment = new MarketEnvironment(SPEC);

    private Account account(EnvironmentStep step) {
        return step.due().stream()
                .filter(due -> due.agent().equals("mine"))
                .findFirst()
                .orElseThrow()
                .observation()
                .account();
    }

    private static boolean isDue(EnvironmentStep step) {
        return step.due().stream().anyMatch(due -> due.agent().equals("mine"));
    }

    private EnvironmentStep next(EnvironmentStep step, MarketCommand... commands) {
        EnvironmentStep next = environment.step(isDue(step) ? Map.of("mine", Action.of(List.of(commands))) : Map.of());
        return isDue(next) ? next : next(next);
    }

    private EnvironmentStep first() {
        EnvironmentStep step = environment.reset(1);
        return isDue(step) ? step : next(step);
    }

    @Test
    void showsBalancesOpenOrdersAndWhatIsPending() {
        EnvironmentStep step = first();
        Account account = account(step);
        assertThat(account.balance(TestMarket.SPOT, TestMarket.USDC))
                .isEqualTo(TestMarket.units(TestMarket.USDC, "2000000"));
        assertThat(account.orders(TestMarket.ETH_BOOK)).isEmpty();
        Call call = new Call.RemoveLiquidity(TestMarket.ETH_MAINNET, UInt256.ONE, UInt256.ZERO, UInt256.ZERO);
        assertThat(account.transaction(TestMarket.MAINNET, call).maxFeePerGasWei())
                .isGreaterThan(2 * account.baseFeeWei(TestMarket.MAINNET));
        step = next(
                step,
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.GTC, 7, 100_000, 30),
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.GTC, 8, 100_001, 20),
                account.transaction(TestMarket.MAINNET, call));
        account = account(step);
        assertThat(account.orders(TestMarket.ETH_BOOK))
                .containsExactly(new OpenOrder(8, Side.BUY, 100_001, 20), new OpenOrder(7, Side.BUY, 100_000, 30));
        assertThat(account.balance(TestMarket.SPOT, TestMarket.USDC))
                .isLessThan(TestMarket.units(TestMarket.USDC, "2000000"));
        assertThat(account.refusals()).as("the shares that it has not").isEqualTo(1);
        assertThat(account.shares(TestMarket.ETH_MAINNET)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void whatWasJustSentIsPending() {
        EnvironmentStep step = first();
        Account account = account(step);
        assertThat(account.pending(TestMarket.SPOT)).isZero();
        Market market = environment.market();
        int mine = market.agentIds().indexOf("mine");
        market.decide(
                mine,
                Action.of(List.of(
                        new MarketCommand.CancelAllOrders(TestMarket.ETH_BOOK),
                        account.transaction(TestMarket.MAINNET, new Call.Transfer(0, TestMarket.USDC, UInt256.ONE)))));
        assertThat(account.pending(TestMarket.SPOT)).isEqualTo(1);
        assertThat(account.pending(TestMarket.MAINNET)).isEqualTo(1);
        assertThat(account.pending(TestMarket.ROLLUP)).isZero();
    }

    @Test
    void aParticipantIsFoundByItsName() {
        Market market = Market.of(SPEC, 1);
        for (int agent = 0; agent < SPEC.agents().size(); agent++) {
            assertThat(SPEC.participant(SPEC.agents().get(agent).id()))
                    .isEqualTo(market.seat(agent).participant());
        }
        assertThat(SPEC.participant("ladder")).isZero();
        assertThatThrownBy(() -> SPEC.participant("me")).hasMessageStartingWith("no participant 'me' among [ladder, ");
    }
}
