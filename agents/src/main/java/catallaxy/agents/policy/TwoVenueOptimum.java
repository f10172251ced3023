package catallaxy.agents.policy;

/**
 * The size, in base units, that earns most when bought on one venue and sold on another at once.
 *
 * <p>Profit is concave in the size, so the optimum under an upper bound is the smaller of bound and optimum. Two pools:
 * with fees g = 1 − fee, reserves X of base and Y of quote, buying for y on A and selling on B brings
 * {@code a y / (b + c y)} with {@code a = g_A g_B X_A Y_B}, {@code b = Y_A X_B}, {@code c = g_A (X_B + g_B X_A)}, most at
 * {@code y* = (√(a b) − b) / c}. Pool and book: level by level, up to the size at which the pool's next unit is worth the
 * level's price. Two books: as long as the best bid left pays for the best ask left.
 */
final class TwoVenueOptimum {
    private TwoVenueOptimum() {}

    /** The best size; 0 if no size earns anything. */
    static double size(TradingLeg buy, TradingLeg sell) {
        return switch (buy) {
            case TradingLeg.Pool from ->
                switch (sell) {
                    case TradingLeg.Pool to -> poolToPool(from, to);
                    case TradingLeg.Book to -> poolToBook(from, to);
                };
            case TradingLeg.Book from ->
                switch (sell) {
                    case TradingLeg.Pool to -> bookToPool(from, to);
                    case TradingLeg.Book to -> bookToBook(from, to);
                };
        };
    }

    private static double poolToPool(TradingLeg.Pool from, TradingLeg.Pool to) {
        double a = from.g() * to.g() * from.x() * to.y();
        double b = from.y() * to.x();
        double c = from.g() * (to.x() + to.g() * from.x());
        double quote = (StrictMath.sqrt(a * b) - b) / c;
        return quote > 0 ? from.bought(quote) : 0;
    }

    private static double poolToBook(TradingLeg.Pool from, TradingLeg.Book to) {
        double size = 0;
        for (int i = 0; i < to.bid().length && to.bidSize()[i] > 0; i++) {
            double worth = from.buyUpTo(to.sellPrice(i));
            if (worth <= size + to.bidSize()[i]) {
                return Math.max(size, worth);
            }
            size += to.bidSize()[i];
        }
        return size;
    }

    private static double bookToPool(TradingLeg.Book from, TradingLeg.Pool to) {
        double size = 0;
        for (int i = 0; i < from.ask().length && from.askSize()[i] > 0; i++) {
            double worth = to.sellDownTo(from.buyPrice(i));
            if (worth <= size + from.askSize()[i]) {
                return Math.max(size, worth);
            }
            size += from.askSize()[i];
        }
        return size;
    }

    private static double bookToBook(TradingLeg.Book from, TradingLeg.Book to) {
        double size = 0;
        double askLeft = 0;
        double bidLeft = 0;
        int ask = -1;
        int bid = -1;
        while (true) {
            if (askLeft == 0) {
                askLeft = ++ask < from.ask().length ? from.askSize()[ask] : 0;
            }
            if (bidLeft == 0) {
                bidLeft = ++bid < to.bid().length ? to.bidSize()[bid] : 0;
            }
            double taken = Math.min(askLeft, bidLeft);
            if (!(taken > 0) || to.sellPrice(bid) <= from.buyPrice(ask)) {
                return size;
            }
            size += taken;
            askLeft -= taken;
            bidLeft -= taken;
        }
    }
}
