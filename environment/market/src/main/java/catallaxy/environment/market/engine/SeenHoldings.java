package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Arrays;

/**
 * What a participant owns in this market. Sums over accounts and venues are kept until something {@link MarketState#moment happens}, since
 * several factors of an observation ask for them. Owned by the market's thread.
 */
final class SeenHoldings implements Holdings {
    private static final long NEVER = -1;

    private final EngineView market;
    private final int participant;
    private final double[] totals;
    private final long[] totalMoments;
    private final Worth worth = new Worth(Marks.WORLD);
    private final Worth worthAtVenues = new Worth(Marks.VENUES);

    SeenHoldings(EngineView market, int participant) {
        this.market = market;
        this.participant = participant;
        totals = new double[market.spec().assets().size()];
        totalMoments = new long[totals.length];
        Arrays.fill(totalMoments, NEVER);
    }

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
        long moment = market.state.moment();
        if (totalMoments[asset] != moment) {
            totals[asset] = counted(asset);
            totalMoments[asset] = moment;
        }
        return totals[asset];
    }

    private double counted(int asset) {
        Accounts accounts = market.accounts();
        return ledger().sumAsDouble(accounts.free(participant, 0), accounts.accountsEach(), asset)
                + InTransit.onBridges(market.state, participant, asset);
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
        return worth.now();
    }

    @Override
    public double equityAtVenues() {
        return worthAtVenues.now();
    }

    /** Equity at some marks, kept until something happens. */
    private final class Worth {
        private final Marks marks;
        private double value;
        private long moment = NEVER;

        Worth(Marks marks) {
            this.marks = marks;
        }

        double now() {
            long present = market.state.moment();
            if (moment != present) {
                value = marks.equity(market, participant);
                moment = present;
            }
            return value;
        }
    }
}
