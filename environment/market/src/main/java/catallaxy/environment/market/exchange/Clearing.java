package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;

/** What stands behind orders of one market and settles their matches. Lives as long as a command. */
interface Clearing {
    /** Holds what an order needs; false if the participant does not have it. */
    boolean hold(int participant, Side side, long priceTicks, long lots);

    /** Gives back what lots of an order held. */
    void release(int participant, Side side, long priceTicks, long lots);

    /**
     * Settles a match.
     *
     * @param heldTicks  price at which the buyer's order held
     * @param priceTicks of the match
     * @return whether everything that the orders held was enough for it
     */
    boolean settle(Trade trade, long heldTicks, long priceTicks, long lots);

    /** Ends the command. */
    void close();

    /**
     * Who trades with whom, and for what.
     *
     * @param notional  quote units, without fees
     * @param buyerFee  quote units
     * @param sellerFee quote units
     */
    record Trade(int buyer, int seller, long notional, long buyerFee, long sellerFee) {}

    /** The clearing of a market: for margin where it deals in a derivative, else of its two assets. */
    static Clearing of(Settlement settlement, BookMarket market, Matching.Fees fees, int place) {
        return market.positions().isPresent()
                ? new MarginClearing(new Margins(settlement, market, place), fees)
                : new SpotClearing(settlement, market, fees, place);
    }
}
