package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Optional;

/** Refuses commands that name something that does not exist. */
final class CommandChecks {
    private CommandChecks() {}

    static Optional<String> refusal(MarketLayout layout, MarketCommand command) {
        return switch (command) {
            case MarketCommand.PlaceOrder order -> book(layout, order.venue());
            case MarketCommand.CancelOrder order -> book(layout, order.venue());
            case MarketCommand.CancelAllOrders order -> book(layout, order.venue());
            case MarketCommand.ReplaceOrder order -> book(layout, order.venue());
            case MarketCommand.Withdraw withdrawal -> withdrawal(layout.spec(), withdrawal);
            case MarketCommand.SubmitTransaction transaction ->
                within(transaction.chain(), layout.spec().chains().size(), "UNKNOWN_CHAIN");
            case MarketCommand.SubmitBundle bundle ->
                within(bundle.chain(), layout.spec().chains().size(), "UNKNOWN_CHAIN");
            case MarketCommand.BidForRound bid ->
                within(bid.chain(), layout.spec().chains().size(), "UNKNOWN_CHAIN");
        };
    }

    private static Optional<String> book(MarketLayout layout, int venue) {
        boolean exists = venue >= 0
                && venue < layout.spec().venues().size()
                && layout.spec().venues().get(venue) instanceof VenueSpec.Book;
        return exists ? Optional.empty() : Optional.of("UNKNOWN_BOOK");
    }

    private static Optional<String> withdrawal(EngineSpec spec, MarketCommand.Withdraw withdrawal) {
        return within(withdrawal.exchange(), spec.exchanges().size(), "UNKNOWN_EXCHANGE")
                .or(() -> within(withdrawal.chain(), spec.chains().size(), "UNKNOWN_CHAIN"))
                .or(() -> within(withdrawal.asset(), spec.assets().size(), "UNKNOWN_ASSET"));
    }

    private static Optional<String> within(int index, int size, String refusal) {
        return index >= 0 && index < size ? Optional.empty() : Optional.of(refusal);
    }
}
