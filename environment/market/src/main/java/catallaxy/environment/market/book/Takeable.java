package catallaxy.environment.market.book;

/**
 * The levels of one side with which an incoming order of one owner could trade, best first, under a book's self-trade
 * prevention: own orders count only where they may trade, and where they stop the incoming order nothing counts behind
 * them. A cursor over a book that does not change meanwhile.
 */
final class Takeable {
    private final BookSide makers;
    private final Orders orders;
    private final SelfTradePrevention prevention;
    private final int taker;
    private int level;
    private long lots;
    private boolean begun;
    private boolean stopped;

    Takeable(BookSide makers, Orders orders, SelfTradePrevention prevention, int taker) {
        this.makers = makers;
        this.orders = orders;
        this.prevention = prevention;
        this.taker = taker;
    }

    /** Moves to the next level that has something to take; false if there is none. */
    boolean next() {
        do {
            level = begun ? after(level) : first();
            begun = true;
            lots = level == BookSide.NONE ? 0 : lotsOfLevel();
        } while (lots == 0 && level != BookSide.NONE);
        return level != BookSide.NONE;
    }

    /** Key of the level, which grows with attractiveness. */
    long key() {
        return makers.keyOf(level);
    }

    long priceTicks() {
        return makers.priceTicksOf(level);
    }

    /** Lots of the level that could be taken. */
    long lots() {
        return lots;
    }

    private int first() {
        return makers.orders() == 0 ? BookSide.NONE : makers.best();
    }

    private int after(int reached) {
        return reached == BookSide.NONE || stopped ? BookSide.NONE : makers.worse(reached);
    }

    private long lotsOfLevel() {
        long sum = 0;
        for (int maker = makers.head(level, orders); maker != Orders.NONE; maker = makers.behind(maker, orders)) {
            boolean own = prevention != SelfTradePrevention.NONE && orders.owner(maker) == taker;
            if (own && prevention == SelfTradePrevention.CANCEL_TAKING) {
                stopped = true;
                return sum;
            }
            sum += own ? 0 : orders.lots(maker);
        }
        return sum;
    }
}
