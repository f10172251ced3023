package catallaxy.environment.market.book;

/**
 * The levels of one side with which an incoming order of one owner would trade, best first, under a book's self-trade
 * prevention: own orders count only where they may trade; where they stop the incoming order nothing counts behind
 * them, and where they decrement it, it trades so much less. Hidden lots trade behind all shown ones of their price. A cursor over a book that does not change meanwhile.
 */
final class Takeable {
    private final BookSide makers;
    private final Orders orders;
    private final SelfTradePrevention prevention;
    private final Order order;
    private long wanted;
    private int level;
    private long lots;
    private boolean begun;

    /**
     * The incoming order.
     *
     * @param wanted     its lots; the greatest {@code long} for all that there is
     * @param withHidden whether hidden lots count
     */
    record Order(int taker, long wanted, boolean withHidden) {}

    Takeable(BookSide makers, Orders orders, SelfTradePrevention prevention, Order order) {
        this.makers = makers;
        this.orders = orders;
        this.prevention = prevention;
        this.order = order;
        this.wanted = order.wanted();
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

    /** Lots of the level that would be taken. */
    long lots() {
        return lots;
    }

    private int first() {
        return makers.orders() == 0 || wanted <= 0 ? BookSide.NONE : makers.best();
    }

    private int after(int reached) {
        return reached == BookSide.NONE || wanted <= 0 ? BookSide.NONE : makers.worse(reached);
    }

    private long lotsOfLevel() {
        long sum = 0;
        for (int maker = makers.head(level); maker != Orders.NONE && wanted > 0; maker = orders.younger(maker)) {
            long met = Math.min(wanted, orders.lots(maker));
            if (mayTrade(maker)) {
                sum += met;
                wanted -= met;
            } else if (prevention.stopsTaker()) {
                wanted = 0;
            } else if (prevention == SelfTradePrevention.DECREMENT) {
                wanted -= met;
            }
        }
        return sum + (order.withHidden() && wanted > 0 ? hiddenOfLevel() : 0);
    }

    /** Where own hidden lots decrement the order, the others' are counted first: shown own lots have ended its filling whole before. */
    private long hiddenOfLevel() {
        long others = 0;
        long own = 0;
        for (int maker = makers.head(level); maker != Orders.NONE; maker = orders.younger(maker)) {
            others += mayTrade(maker) ? orders.hidden(maker) : 0;
            own += mayTrade(maker) ? 0 : orders.hidden(maker);
        }
        long met = Math.min(wanted, others);
        wanted -= met;
        wanted -= prevention == SelfTradePrevention.DECREMENT ? Math.min(wanted, own) : 0;
        return met;
    }

    private boolean mayTrade(int maker) {
        return prevention == SelfTradePrevention.NONE || orders.owner(maker) != order.taker();
    }
}
