package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.BookTrade;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.view.Factor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The latest trades of each order book. */
public final class TradeTapeFactor implements FactorKind {
    private static final int TRADES = 4;

    @Override
    public String name() {
        return "trade-tape";
    }

    @Override
    public String summary() {
        return "The latest trades of each order book: price, quantity, side";
    }

    @Override
    public String detail() {
        return "Of the " + TRADES
                + " latest matches, the latest first: the price in the quote asset, and the quantity in the base asset,"
                + " negative where the taker sold. 0 where there was none.";
    }

    @Override
    public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
        return BookFactors.of(
                name(),
                site.engine(),
                (venue, subject) -> IntStream.range(0, TRADES)
                        .boxed()
                        .flatMap(back -> of(venue, subject, back))
                        .toList());
    }

    private static Stream<Factor<FactorSight>> of(int venue, Subject subject, int back) {
        Feature price = new Feature(
                new Quantity("trade_price_" + (back + 1)).of(subject), "quote", 0, Double.POSITIVE_INFINITY);
        Feature size = new Feature(
                new Quantity("trade_size_" + (back + 1)).of(subject),
                "base",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        return Stream.of(
                new Factor<>(price, seen -> price(trades(seen, venue, back), back)),
                new Factor<>(size, seen -> size(trades(seen, venue, back), back)));
    }

    private static List<BookTrade> trades(FactorSight seen, int venue, int back) {
        return seen.market().offered(venue, LimitOrderBook.class).trades(back + 1);
    }

    private static double price(List<BookTrade> trades, int back) {
        return back < trades.size() ? trades.get(back).price() : 0;
    }

    private static double size(List<BookTrade> trades, int back) {
        if (back >= trades.size()) {
            return 0;
        }
        BookTrade trade = trades.get(back);
        return trade.taker() == Side.BUY ? trade.size() : -trade.size();
    }
}
