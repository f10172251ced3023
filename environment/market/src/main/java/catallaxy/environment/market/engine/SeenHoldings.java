package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.ledger.Ledger;

/** What a participant owns in this market. */
record SeenHoldings(EngineView market, int participant) implements Holdings {
    private Ledger ledger() {
        return market.ledger();
    }

    @Override
    public int account(int place) {
        return market.accounts().free(participant, place);
    }

    @Override
    public UInt256 balance(int place, int asset) {
        return ledger().balance(account(place), asset);
    }

    @Override
    public double free(int place, int asset) {
        return ledger().balanceAsDouble(account(place), asset);
    }

    @Override
    public double total(int asset) {
        Accounts accounts = market.accounts();
        int first = accounts.free(participant, 0);
        double total = 0;
        for (int i = 0; i < accounts.accountsEach(); i++) {
            total += ledger().balanceAsDouble(first + i, asset);
        }
        return total + InTransit.onBridges(market.state, participant, asset);
    }

    /** What {@link #total} rounds, in base units. */
    UInt256 totalUnits(int asset) {
        Accounts accounts = market.accounts();
        int first = accounts.free(participant, 0);
        UInt256 total = InTransit.unitsOnBridges(market.state, participant, asset);
        for (int i = 0; i < accounts.accountsEach(); i++) {
            total = total.plusExact(ledger().balance(first + i, asset));
        }
        return total;
    }

    @Override
    public boolean inTransit(int asset) {
        return InTransit.any(market.state, participant, asset);
    }

    @Override
    public UInt256 shares(int venue) {
        int place = market.spec().placeOfVenue(venue);
        return market.liquidity(venue).shares(account(place));
    }

    @Override
    public double claimed(int asset) {
        return market.claims().quantity(participant, asset, each -> Marks.WORLD.price(market, each));
    }

    @Override
    public double equity() {
        return Marks.WORLD.equity(market, participant);
    }

    @Override
    public double equityAtVenues() {
        return Marks.VENUES.equity(market, participant);
    }
}
