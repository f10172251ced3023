package catallaxy.agents.seat;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import java.util.List;
import java.util.Optional;

/**
 * What a seat holds at a moment; of a risk manager, what the seats hold that it supervises. Claims on venues count less what is owed;
 * liquidity shares count as the assets that they
 * stand for where the prices of the world hold: so what a deposit adds over time is its fees less its loss versus rebalancing.
 */
final class SeatHoldings {
    private final double[] amounts;

    private SeatHoldings(double[] amounts) {
        this.amounts = amounts;
    }

    /** The holdings of a seat now. */
    static SeatHoldings of(Market market, int agent) {
        return together(market, owners(market, agent));
    }

    /** The holdings of each seat that a risk manager supervises; none of another seat. */
    static List<SeatHoldings> supervised(Market market, int agent) {
        return market.spec().agents().get(agent).role().supervised().stream()
                .map(each -> together(market, List.of(each)))
                .toList();
    }

    private static SeatHoldings together(Market market, List<Integer> agents) {
        double[] amounts = new double[market.spec().engine().assets().size()];
        for (int each : agents) {
            int participant = market.seat(each).participant();
            for (int asset = 0; asset < amounts.length; asset++) {
                Holdings holdings = market.view().holdings(participant);
                amounts[asset] += holdings.total(asset) + holdings.claimed(asset);
            }
            addShares(market.view(), participant, amounts);
        }
        return new SeatHoldings(amounts);
    }

    private static void addShares(MarketView market, int participant, double[] amounts) {
        for (int venue = 0; venue < market.map().venues().size(); venue++) {
            Optional<Liquidity> pool = market.venue(venue, Liquidity.class);
            UInt256 shares = pool.isPresent() ? market.holdings(participant).shares(venue) : UInt256.ZERO;
            if (!shares.isZero()) {
                MarketMap.Venue pair = market.map().venue(venue);
                double part = shares.doubleValue() / pool.get().totalShares().doubleValue();
                double basePrice = market.prices().worth(pair.base());
                double quotePrice = market.prices().worth(pair.quote());
                double base = pool.get().baseAt(basePrice, quotePrice);
                double worth = pool.get().worthAt(basePrice, quotePrice);
                amounts[pair.base()] += part * base;
                amounts[pair.quote()] += part * (worth - base * basePrice) / quotePrice;
            }
        }
    }

    /** Equity of a seat, or of the seats that it supervises, now; quote units. */
    static double equity(Market market, int agent) {
        double equity = 0;
        for (int each : owners(market, agent)) {
            equity += market.view().holdings(market.seat(each).participant()).equity();
        }
        return equity;
    }

    private static List<Integer> owners(Market market, int agent) {
        List<Integer> supervised = market.spec().agents().get(agent).role().supervised();
        return supervised.isEmpty() ? List.of(agent) : supervised;
    }

    /** At the world's prices now, quote units. */
    double worth(Market market) {
        double worth = 0;
        for (int asset = 0; asset < amounts.length; asset++) {
            worth += amounts[asset] == 0
                    ? 0
                    : amounts[asset] * market.view().prices().worth(asset);
        }
        return worth;
    }

    /** Half of what was added since {@code before} and what was given away together, at the world's prices now; quote units. */
    double tradedSince(SeatHoldings before, Market market) {
        double traded = 0;
        for (int asset = 0; asset < amounts.length; asset++) {
            double change = amounts[asset] - before.amounts[asset];
            traded +=
                    change == 0 ? 0 : Math.abs(change) * market.view().prices().inWorld(asset) / 2;
        }
        return traded;
    }

    /** Worth of what is held more or less than {@code first} of every asset but one, at the world's prices now; quote units. */
    double apartFrom(SeatHoldings first, Market market, int quote) {
        double apart = 0;
        for (int asset = 0; asset < amounts.length; asset++) {
            double change = asset == quote ? 0 : amounts[asset] - first.amounts[asset];
            apart += change == 0 ? 0 : Math.abs(change) * market.view().prices().inWorld(asset);
        }
        return apart;
    }

    /** What was added since {@code before}, less what was given away, at the world's prices now; quote units. */
    double addedSince(SeatHoldings before, Market market) {
        double added = 0;
        for (int asset = 0; asset < amounts.length; asset++) {
            double change = amounts[asset] - before.amounts[asset];
            added += change == 0 ? 0 : change * market.view().prices().inWorld(asset);
        }
        return added;
    }
}
