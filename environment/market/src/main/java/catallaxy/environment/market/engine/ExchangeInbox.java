package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.Rejection;
import java.util.Optional;

/** What takes the commands that arrive at exchanges: carries each out at once, unless its exchange stands still. */
final class ExchangeInbox implements Inbox {
    private final MarketState state;
    private final Transport transport;

    ExchangeInbox(MarketState state, Transport transport) {
        this.state = state;
        this.transport = transport;
    }

    @Override
    public Optional<String> receive(int place, int participant, MarketCommand command) {
        Optional<Rejection> rejection =
                state.outages[place].isDown() ? Optional.of(Rejection.HALTED) : carryOut(participant, command);
        return rejection.map(Rejection::name);
    }

    private Optional<Rejection> carryOut(int participant, MarketCommand command) {
        long now = state.timeNanos;
        return switch (command) {
            case MarketCommand.PlaceOrder order -> {
                BookMarket market = state.book(order.venue());
                yield exchange(market).place(state.settlement, now, market, participant, order);
            }
            case MarketCommand.ReplaceOrder order -> {
                BookMarket market = state.book(order.venue());
                yield exchange(market).replace(state.settlement, now, market, participant, order);
            }
            case MarketCommand.CancelOrder(int venue, long id) -> {
                BookMarket market = state.book(venue);
                yield exchange(market).cancel(state.settlement, now, market, participant, id);
            }
            case MarketCommand.CancelAllOrders(int venue) -> {
                BookMarket market = state.book(venue);
                exchange(market).cancelAll(state.settlement, now, market, participant);
                yield Optional.empty();
            }
            case MarketCommand.Withdraw withdrawal -> transport.withdraw(participant, withdrawal);
            case MarketCommand.SubmitTransaction _, MarketCommand.SubmitBundle _, MarketCommand.BidForRound _ ->
                throw new IllegalStateException("a command on its way to an exchange: " + command);
        };
    }

    private Exchange exchange(BookMarket market) {
        return state.layout.exchange(market.spec().exchange());
    }
}
