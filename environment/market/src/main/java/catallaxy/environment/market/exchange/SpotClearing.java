package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;

/** Clearing of two assets: an order holds what it could have to give, and a match exchanges both at once. */
record SpotClearing(Settlement settlement, BookMarket market, Matching.Fees fees, int place) implements Clearing {
    @Override
    public boolean hold(int participant, Side side, long priceTicks, long lots) {
        return move(free(participant), held(participant), side, priceTicks, lots);
    }

    @Override
    public void release(int participant, Side side, long priceTicks, long lots) {
        if (!move(held(participant), free(participant), side, priceTicks, lots)) {
            throw new IllegalStateException(
                    "could not release " + settlement.accounts().name(participant) + " on venue " + market.venue());
        }
    }

    private boolean move(int from, int to, Side side, long priceTicks, long lots) {
        Ledger ledger = settlement.ledger();
        if (side == Side.BUY) {
            return ledger.transfer(from, to, market.spec().quote(), market.buyHold(priceTicks, lots, fees.holdPips()));
        }
        return transferLots(from, to, lots);
    }

    private boolean transferLots(int from, int to, long lots) {
        long units = market.spec().lotUnits();
        return settlement
                .ledger()
                .transfer(from, to, market.spec().base(), Math.multiplyHigh(units, lots), units * lots);
    }

    @Override
    public boolean settle(Trade trade, long heldTicks, long priceTicks, long lots) {
        Ledger ledger = settlement.ledger();
        int quote = market.spec().quote();
        int buyer = trade.buyer();
        int seller = trade.seller();
        long surplus = market.buyHold(heldTicks, lots, fees.holdPips()) - trade.notional() - trade.buyerFee();
        return transferLots(held(seller), free(buyer), lots)
                && ledger.transfer(held(buyer), free(seller), quote, trade.notional())
                && ledger.transfer(held(buyer), fees.account(), quote, trade.buyerFee())
                && ledger.transfer(held(buyer), free(buyer), quote, surplus)
                && ledger.transfer(free(seller), fees.account(), quote, trade.sellerFee());
    }

    @Override
    public void close() {}

    private int free(int participant) {
        return settlement.accounts().free(participant, place);
    }

    private int held(int participant) {
        return settlement.accounts().held(participant);
    }
}
