package com.example.premium;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.FactorSight;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.SeatSpec;
import java.util.List;
import java.util.stream.IntStream;

/** How far each venue's price is from the mean of its pair's venues. */
public final class PremiumFactor implements FactorKind {
    private static final Quantity PREMIUM = new Quantity("premium");
    private static final double BPS = 10_000;

    @Override
    public String name() {
        return "premium";
    }

    @Override
    public String summary() {
        return "How far each venue's price is from the mean of its pair's venues";
    }

    @Override
    public String detail() {
        return "10000 (price / mean - 1), in basis points; only of pairs that several venues trade.";
    }

    @Override
    public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
        MarketMap map = site.engine().map();
        List<Factor<FactorSight>> factors = IntStream.range(0, map.venues().size())
                .filter(venue -> samePair(map, venue).size() > 1)
                .mapToObj(venue -> of(map, venue))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("premium: no pair is traded on several venues");
        }
        return factors;
    }

    private static Factor<FactorSight> of(MarketMap map, int venue) {
        MarketMap.Venue at = map.venue(venue);
        Subject subject = new Subject.Venue(
                at.id(),
                map.assets().get(at.base()).symbol(),
                map.assets().get(at.quote()).symbol());
        Feature feature = new Feature(PREMIUM.of(subject), "bp", -BPS, Double.POSITIVE_INFINITY);
        List<Integer> pair = samePair(map, venue);
        return new Factor<>(feature, seen -> premium(seen.market(), venue, pair));
    }

    private static List<Integer> samePair(MarketMap map, int venue) {
        MarketMap.Venue at = map.venue(venue);
        return IntStream.range(0, map.venues().size())
                .filter(other -> map.venue(other).base() == at.base())
                .filter(other -> map.venue(other).quote() == at.quote())
                .boxed()
                .toList();
    }

    /** 0 where no venue has a price. */
    private static double premium(MarketView market, int venue, List<Integer> pair) {
        double sum = 0;
        for (int each : pair) {
            sum += market.prices().of(each);
        }
        return sum > 0 ? (market.prices().of(venue) * pair.size() / sum - 1) * BPS : 0;
    }
}
