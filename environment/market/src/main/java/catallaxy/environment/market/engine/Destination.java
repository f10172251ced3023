package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Where a command goes.
 *
 * @param place   the chain or exchange whose latency it takes
 * @param arrival what happens there when it arrives
 * @param target  index of the chain among chains, or of the exchange among exchanges
 */
record Destination(int place, EventKind arrival, int target) {
    /** Where a command goes that names nothing that does not exist. */
    static Destination of(EngineSpec spec, MarketCommand command) {
        return switch (command) {
            case MarketCommand.SubmitTransaction transaction -> chain(transaction.chain());
            case MarketCommand.SubmitBundle bundle -> chain(bundle.chain());
            case MarketCommand.BidForRound bid -> chain(bid.chain());
            case MarketCommand.Withdraw withdrawal -> exchange(spec, withdrawal.exchange());
            case MarketCommand.PlaceOrder order -> book(spec, order.venue());
            case MarketCommand.CancelOrder order -> book(spec, order.venue());
            case MarketCommand.CancelAllOrders order -> book(spec, order.venue());
            case MarketCommand.ReplaceOrder order -> book(spec, order.venue());
        };
    }

    private static Destination chain(int chain) {
        return new Destination(chain, EventKind.TRANSACTION, chain);
    }

    private static Destination exchange(EngineSpec spec, int exchange) {
        return new Destination(spec.placeOfExchange(exchange), EventKind.COMMAND, exchange);
    }

    private static Destination book(EngineSpec spec, int venue) {
        return exchange(spec, ((VenueSpec.Book) spec.venues().get(venue)).exchange());
    }
}
