package catallaxy.environment.market.role;

import catallaxy.environment.api.view.MarketView;
import java.util.List;

/**
 * What a fund wants at its lending market: amounts in whole units.
 *
 * @param supplied what is to be supplied of each asset, {@code [assets]}
 * @param owed     what is to be owed of the quote asset
 * @param due      what is owed beyond that
 */
@SuppressWarnings("ArrayRecordComponent")
record LendingPlan(double[] supplied, double owed, double due) {
    /** That of nothing supplied and nothing owed. */
    static LendingPlan nothing(FundLending place, MarketView market, Seat seat) {
        return new LendingPlan(new double[place.assets().size()], 0, place.owed(market, seat));
    }

    /** What a seat's loan may be, if it supplies its shares of what it holds now. */
    static double loan(FundLending place, MarketView market, Seat seat, double[] shares) {
        double[] supplied = place.supplied(market, seat);
        for (int i = 0; i < supplied.length; i++) {
            supplied[i] = StrictMath.min(
                    supplied[i],
                    shares[i] * place.held(market, seat, place.assets().get(i)));
        }
        return share(place, seat, shares) * place.most(market, supplied);
    }

    private static double share(FundLending place, Seat seat, double[] shares) {
        return place.lendsQuote() ? shares[shares.length - 1] * seat.scale() : 0;
    }

    /**
     * The plan of an action. Of an asset that is to be sold, the share is of what stays; of the quote asset, of what neither purchases nor
     * the loan need; of the gas asset, of what transactions do not need.
     *
     * @param shares  of each asset, then of the loan
     * @param sleeves of the fund
     * @param changes quote units by which each sleeve is to grow
     * @param needed  quote asset that purchases need
     */
    static LendingPlan of(
            FundLending place,
            MarketView market,
            Seat seat,
            double[] shares,
            List<RoleSpec.Sleeve> sleeves,
            double[] changes,
            double needed) {
        List<Integer> assets = place.assets();
        double[] wanted = new double[assets.size()];
        double[] collateral = place.supplied(market, seat);
        for (int i = 0; i < wanted.length; i++) {
            boolean isCash = place.lendsQuote() && i == wanted.length - 1;
            double leaves = (isCash ? needed : sold(place, market, assets.get(i), sleeves, changes))
                    + place.neededForGas(market, seat, assets.get(i));
            wanted[i] = shares[i] * StrictMath.max(0, place.held(market, seat, assets.get(i)) - leaves);
            collateral[i] = StrictMath.min(collateral[i], wanted[i]);
        }
        double owed = share(place, seat, shares) * place.most(market, collateral);
        double due = StrictMath.max(0, place.owed(market, seat) - owed);
        if (place.lendsQuote()) {
            int cash = wanted.length - 1;
            wanted[cash] = StrictMath.max(0, wanted[cash] - shares[cash] * due);
        }
        return new LendingPlan(wanted, owed, due);
    }

    /** Whole units of an asset that are to be sold on the market's chain. */
    private static double sold(
            FundLending place, MarketView market, int asset, List<RoleSpec.Sleeve> sleeves, double[] changes) {
        double worth = 0;
        for (int i = 0; i < changes.length; i++) {
            boolean there =
                    sleeves.get(i).chain() == place.chain() && sleeves.get(i).asset() == asset;
            worth += there ? StrictMath.max(0, -changes[i]) : 0;
        }
        return LearnerFeatures.ratio(worth, market.prices().atVenues(asset));
    }
}
