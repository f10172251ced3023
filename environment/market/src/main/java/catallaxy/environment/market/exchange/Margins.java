package catallaxy.environment.market.exchange;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.margin.Positions;
import java.util.BitSet;

/**
 * The money behind the positions of one market of derivatives: margin accounts, what is free beside them, pot and insurance fund.
 * A participant's margin is at least what its orders and positions need where it has so much, and no more where nothing keeps it there.
 *
 * @param market one of those that share the margin
 * @param place  of the exchange
 */
record Margins(Settlement settlement, BookMarket market, int place) {
    private static final UInt256 MOST = UInt256.of(Long.MAX_VALUE);

    ClearingHouse house() {
        return market.house();
    }

    Positions positions() {
        return market.margined();
    }

    private Ledger ledger() {
        return settlement.ledger();
    }

    private int quote() {
        return market.spec().quote();
    }

    int account(int participant) {
        return settlement.accounts().margin(participant, house().index());
    }

    int freeAccount(int participant) {
        return settlement.accounts().free(participant, place);
    }

    private long units(int account) {
        return ledger().balance(account, quote()).min(MOST).longValueExact();
    }

    /** What is in a participant's margin, quote units. */
    long balance(int participant) {
        return units(account(participant));
    }

    /** What a participant could add to its margin, quote units. */
    long free(int participant) {
        return units(freeAccount(participant));
    }

    /** What stands behind a participant's positions: its margin and, where all does, what is free; quote units. */
    long equity(int participant) {
        return house().isCross() ? sum(balance(participant), free(participant)) : balance(participant);
    }

    private static long sum(long one, long other) {
        return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
    }

    /** What is in the insurance fund, quote units. */
    long insurance() {
        return units(house().fund());
    }

    /** Below which a participant's positions in all markets of the house are liquidated, quote units. */
    long maintenance(int participant) {
        long sum = 0;
        for (BookMarket each : market.pool()) {
            Positions positions = each.margined();
            sum = Math.addExact(sum, positions.spec().margin().maintenance(positions.worth(participant)));
        }
        return sum;
    }

    /**
     * The mark, in ticks, at which a participant's position in this market has no more than the maintenance margin, all else being equal;
     * {@code NaN} where there is no such price, as without a position.
     */
    double liquidationPriceTicks(int participant) {
        Positions positions = positions();
        double lots = (double) positions.lots(participant) * market.spec().quoteUnitsPerTickLot();
        double others = maintenance(participant) - positions.spec().margin().maintenance(positions.worth(participant));
        double before = -(lots * positions.mark().ticks() - equity(participant) + others);
        double price = positions.spec().margin().liquidationTicks(lots, before);
        return lots != 0 && price > 0 ? price : Double.NaN;
    }

    /** The participants that have orders on a market of the house, by one walk over the orders. */
    BitSet withOrders() {
        BitSet owners = new BitSet();
        for (BookMarket each : market.pool()) {
            each.book().forEachOrder((id, owner, side, priceTicks, lots) -> owners.set(owner));
            each.stops().forEach(stop -> owners.set(stop.owner()));
        }
        return owners;
    }

    /** Whether a participant's margin is below what its positions need. */
    boolean isBelowMaintenance(int participant) {
        return positions().lots(participant) != 0 && equity(participant) < maintenance(participant);
    }

    /**
     * What a participant's orders and positions in the other markets of the house need.
     *
     * @param reserve of orders alone
     * @param margin  of both
     */
    record Others(long reserve, long margin) {}

    /** What a participant needs in the other markets of the house. */
    Others others(int participant, long feePips) {
        long reserve = 0;
        long margin = 0;
        for (BookMarket each : market.pool()) {
            if (each != market) {
                OrderNeeds needs = OrderNeeds.of(each, feePips, participant);
                reserve = Math.addExact(reserve, needs.reserve());
                margin = Math.addExact(margin, needs.margin(each.margined(), participant));
            }
        }
        return new Others(reserve, margin);
    }

    /**
     * What a participant must have for orders in this market, and what there is in the others: initial margin and the cost of filling
     * them, or that cost alone where they make its position no larger.
     */
    long needed(int participant, OrderNeeds here, Others others) {
        return here.reduce(positions(), participant)
                ? Math.addExact(here.reserve(), others.reserve())
                : Math.addExact(here.margin(positions(), participant), others.margin());
    }

    /** What a participant could have in its margin: what is there and what is free. */
    long means(int participant) {
        return sum(balance(participant), free(participant));
    }

    /** With less than which a participant's orders are cancelled: filled, they would be liquidated at once. */
    long least(int participant, long feePips) {
        long sum = 0;
        for (BookMarket each : market.pool()) {
            OrderNeeds needs = OrderNeeds.of(each, feePips, participant);
            sum = Math.addExact(sum, needs.least(each.margined(), participant));
        }
        return sum;
    }

    /** What is kept in a participant's margin for its orders and positions. */
    long kept(int participant, long feePips) {
        long sum = 0;
        for (BookMarket each : market.pool()) {
            OrderNeeds needs = OrderNeeds.of(each, feePips, participant);
            sum = Math.addExact(sum, needs.margin(each.margined(), participant));
        }
        return sum;
    }

    /** Fills a participant's margin up to an amount from what is free; false, and nothing moves, if that is too little. */
    boolean raise(int participant, long amount) {
        long missing = amount - balance(participant);
        return missing <= 0 || ledger().transfer(freeAccount(participant), account(participant), quote(), missing);
    }

    /** Brings a participant's margin to an amount: the rest becomes free, and what is missing comes from there as far as all stands behind it. */
    void level(int participant, long amount) {
        long surplus = balance(participant) - amount;
        if (surplus > 0) {
            require(ledger().transfer(account(participant), freeAccount(participant), quote(), surplus), participant);
        } else if (surplus < 0 && house().isCross()) {
            long more = Math.min(-surplus, free(participant));
            require(ledger().transfer(freeAccount(participant), account(participant), quote(), more), participant);
        }
    }

    /** Takes an amount from a participant, as far as it has so much; what is missing. */
    long take(int participant, int to, long amount) {
        long margin = Math.min(amount, balance(participant));
        require(ledger().transfer(account(participant), to, quote(), margin), participant);
        long missing = amount - margin;
        if (missing > 0 && house().isCross()) {
            long free = Math.min(missing, free(participant));
            require(ledger().transfer(freeAccount(participant), to, quote(), free), participant);
            missing -= free;
        }
        return missing;
    }

    /** Pays out of the pot into a participant's margin. */
    void give(int participant, long amount) {
        require(ledger().transfer(house().pot(), account(participant), quote(), amount), participant);
    }

    /** Pays at most an amount out of the insurance fund; what is missing. */
    long insure(int to, long amount) {
        long paid = Math.min(amount, insurance());
        require(ledger().transfer(house().fund(), to, quote(), paid), -1);
        positions().tally().insured(paid);
        return amount - paid;
    }

    /** Pays what the pot still has into the insurance fund. */
    void emptyPot() {
        long rest = units(house().pot());
        require(ledger().transfer(house().pot(), house().fund(), quote(), rest), -1);
        positions().tally().insured(-rest);
    }

    private void require(boolean done, int participant) {
        if (!done) {
            throw new IllegalStateException("could not settle the margin of "
                    + (participant < 0 ? house().id() : settlement.accounts().name(participant))
                    + " on venue " + market.venue());
        }
    }
}
