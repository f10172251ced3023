package catallaxy.environment.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.PriceLevel;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    void showsTheBookTheQueueAndWhatAPoolGives() {
        EnvironmentStep step = first();
        step = next(
                step,
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.GTC, 7, 100_000, 30),
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.GTC, 8, 100_000, 20));
        Account account = account(step);
        assertThat(account.lotsAhead(TestMarket.ETH_BOOK, 7)).hasValue(0);
        assertThat(account.lotsAhead(TestMarket.ETH_BOOK, 8)).hasValue(30);
        assertThat(account.lotsAhead(TestMarket.ETH_BOOK, 9)).isEmpty();
        List<PriceLevel> bids = account.levels(TestMarket.ETH_BOOK, Side.BUY, 16);
        assertThat(bids).hasSizeGreaterThan(3);
        assertThat(account.levels(TestMarket.ETH_BOOK, Side.BUY, 1)).containsExactly(bids.getFirst());
        assertThat(bids).isEqualTo(bidsOfAll().subList(0, bids.size()));
        assertThat(account.quoting(TestMarket.ETH_BOOK)).isEmpty();
        assertThat(account.quoting(TestMarket.ETH_MAINNET).orElseThrow().out(TestMarket.ETH, 1))
                .isPositive();
    }

    /** What the bids of everybody add up to at each price, the best first. */
    private List<PriceLevel> bidsOfAll() {
        MarketEngine engine = environment.market().engine();
        TreeMap<Long, Long> lots = new TreeMap<>(Comparator.reverseOrder());
        for (int participant = 0; participant < engine.accounts().participants(); participant++) {
            engine.orders(participant, TestMarket.ETH_BOOK).stream()
                    .filter(order -> order.side() == Side.BUY)
                    .forEach(order -> lots.merge(order.priceTicks(), order.lots(), Long::sum));
        }
        return lots.entrySet().stream()
                .map(each -> new PriceLevel(each.getKey(), each.getValue()))
                .toList();
    }

    /** On its way as it was sent, then waiting with its number, then outbid, then executed. */
    @Test
    void showsTransactionsUntilABlockTakesThem() {
        EnvironmentStep step = first();
        int chain = TestMarket.MAINNET;
        Call pay = new Call.Transfer(0, TestMarket.USDC, UInt256.ONE);
        assertThat(account(step).nonce(chain)).isZero();
        MarketCommand.SubmitTransaction stuck =
                account(step).transaction(chain, pay).withFees(1, 1);
        Market market = environment.market();
        market.decide(market.agentIds().indexOf("mine"), Action.of(List.of(stuck)));
        assertThat(account(step).transactions(chain)).containsExactly(new PendingTransaction(stuck, false));
        step = next(step);
        PendingTransaction waiting = account(step).transactions(chain).getFirst();
        long gas = account(step).gasEstimate(chain, pay);
        assertThat(waiting).isEqualTo(new PendingTransaction(stuck.withNonce(0).withGasLimit(gas), true));
        long fee = 2 * account(step).baseFeeWei(chain);
        step = next(step, waiting.transaction().withFees(fee, fee / 2));
        for (int epoch = 0; epoch < 60 && account(step).pending(chain) > 0; epoch++) {
            step = next(step);
        }
        assertThat(account(step).transactions(chain)).isEmpty();
        assertThat(account(step).nonce(chain)).as("one of the two").isEqualTo(1);
        assertThat(account(step).refusals()).isZero();
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
