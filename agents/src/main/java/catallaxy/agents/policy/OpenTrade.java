package catallaxy.agents.policy;

import catallaxy.agents.model.ModelDesk;
import catallaxy.agents.model.TradeProposal;

/**
 * A trade of an arbitrageur that is on its way, from which its models learn when it has arrived: what it did is the change of the
 * account at both places since it was sent.
 *
 * @param route     index
 * @param buysOnA   whether base is bought at the first venue
 * @param sizeQuote that was spent
 * @param before    what the account had
 * @param alone     whether nothing else of the agent's moved the same balances
 */
record OpenTrade(
        int route, boolean buysOnA, TradeProposal proposal, double sizeQuote, RouteSite.Held before, boolean alone) {
    /** Beyond this something else moved the account, such as a transfer over a bridge. */
    private static final double IMPLAUSIBLE = 0.03;

    OpenTrade withOthers() {
        return new OpenTrade(route, buysOnA, proposal, sizeQuote, before, false);
    }

    /** Tells the desk what came of it. */
    void settle(ModelDesk desk, RouteSite site, RouteSite.Held now) {
        RouteSite.Held change = now.since(before);
        double middle = (proposal.buy().price() + proposal.sell().price()) / 2;
        double earned = earned(site, change, middle);
        boolean plausible = Math.abs(earned - proposal.promisedOf(sizeQuote)) <= IMPLAUSIBLE * sizeQuote;
        if (!alone || change.events() == 0 || !plausible) {
            desk.discarded();
            return;
        }
        desk.settled(proposal, sizeQuote, earned);
        if (!site.isOnePlace()) {
            fill(desk, site.a(), buysOnA, change.baseA(), change.quoteA());
            fill(desk, site.b(), !buysOnA, change.baseB(), change.quoteB());
        }
    }

    /** Quote units before gas, with what base was gained at the middle of the prices that were shown. */
    private double earned(RouteSite site, RouteSite.Held change, double middle) {
        double atA = change.quoteA() + middle * withoutGas(site.a(), change.baseA());
        return site.isOnePlace() ? atA : atA + change.quoteB() + middle * withoutGas(site.b(), change.baseB());
    }

    /** The change of the base asset without the gas that was paid in it, as far as that was foreseen. */
    private double withoutGas(RoutePlace place, double change) {
        return place.gasIsBase() && change != 0
                ? change + proposal.gasQuote() / proposal.buy().price()
                : change;
    }

    private void fill(ModelDesk desk, RoutePlace place, boolean buys, double baseChange, double quoteChange) {
        double base = Math.abs(withoutGas(place, baseChange));
        double quote = Math.abs(quoteChange);
        TradeProposal.Leg leg = buys ? proposal.buy() : proposal.sell();
        boolean traded = buys ? baseChange > 0 && quoteChange < 0 : baseChange < 0 && quoteChange > 0;
        if (traded && Math.abs(quote / base / leg.price() - 1) <= IMPLAUSIBLE) {
            desk.filled(leg, proposal.token(), buys, quote, quote / base);
        }
    }
}
