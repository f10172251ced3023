package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.bridge.ForgeMessage;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares the cost of corruption of a bridge with the profit from it, and attacks where the second is more: of amounts a quarter apart, of
 * each asset, at each end, it takes the one whose sale on its venues there would bring the most, less what the cheapest quorum of
 * validators asks, less gas; where messages wait out the challenge window, the sale counts with the probability that nobody finds it. What a
 * forged message has brought is sold at its next look.
 */
record Bribing(BridgeBriberSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 5;
    private static final double STEP = 1.25;
    private static final double LEAST_WORTH = 100;
    private static final double MOST_WORTH = 1e9;
    /** A larger amount has to bring so much more, or the price falls for nothing. */
    private static final double WORTHWHILE = 1.01;
    /** The part of a capacity that it counts on: others go home before its message arrives, and a message that asks for too much gets nothing. */
    private static final double CAUTION = 0.9;

    private static final double SLIPPAGE = 0.05;

    /** What to forge, and what its sale promises, quote units. */
    private record Plan(int chain, int asset, double amount, double proceeds) {}

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        BridgeSpec stated = market.spec().bridges().get(spec.bridge());
        BridgeView bridge = market.bridges().get(spec.bridge());
        Optional<Plan> best = Optional.empty();
        boolean waits = false;
        for (int chain : chains(market)) {
            for (int asset : stated.assets()) {
                waits |= market.inTransit(account.participant(), asset);
                sell(market, account, bridge, chain, asset);
                best = better(best, plan(market, bridge, chain, asset));
            }
        }
        OptionalDouble cost = bridge.costOfCorruption();
        if (best.isPresent() && cost.isPresent() && !waits) {
            attack(market, account, stated.committee(), best.get(), cost.getAsDouble());
        }
    }

    private List<Integer> chains(MarketEngine market) {
        return spec.venues().stream()
                .map(market.spec()::placeOfVenue)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Plan> better(Optional<Plan> one, Optional<Plan> other) {
        boolean second = one.isEmpty()
                || (other.isPresent() && other.get().proceeds() > one.get().proceeds());
        return second ? other : one;
    }

    private Optional<Plan> plan(MarketEngine market, BridgeView bridge, int chain, int asset) {
        double price = market.worldPrice(asset);
        double most = CAUTION
                * StrictMath.min(
                        MOST_WORTH / price,
                        StrictMath.min(bridge.capacity(asset, chain), bridge.limitLeft(asset, chain)));
        Optional<Plan> best = Optional.empty();
        for (double amount = LEAST_WORTH / price; amount < most * STEP; amount *= STEP) {
            double within = StrictMath.min(amount, most);
            double proceeds = proceeds(market, chain, asset, bridge.received(asset, chain, within));
            if (proceeds > best.map(Plan::proceeds).orElse(0.0) * WORTHWHILE) {
                best = Optional.of(new Plan(chain, asset, within, proceeds));
            }
        }
        return best;
    }

    /**
     * What a sale in equal parts on the venues would bring, quote units. The quote asset needs none at home; minted at the other end it would
     * have to be taken home, where a release is forged at once.
     */
    private double proceeds(MarketEngine market, int chain, int asset, double amount) {
        if (asset == market.spec().quoteAsset()) {
            return market.spec().bridges().get(spec.bridge()).homeChain() == chain ? amount : 0;
        }
        List<Integer> venues = selling(market, chain, asset);
        double proceeds = 0;
        for (int venue : venues) {
            Quoting quoting = market.quoting(venue);
            proceeds += quoting.out(asset, amount / venues.size())
                    * market.priceAtVenues(market.map().venue(venue).quote());
        }
        return proceeds;
    }

    private List<Integer> selling(MarketEngine market, int chain, int asset) {
        return spec.venues().stream()
                .filter(venue -> market.map().venue(venue).place() == chain
                        && market.map().venue(venue).base() == asset)
                .toList();
    }

    private void sell(MarketEngine market, GroupAccount account, BridgeView bridge, int chain, int asset) {
        List<Integer> venues = selling(market, chain, asset);
        if (bridge.backing(asset) < 1) {
            double part = account.spendable(market, chain, asset) / venues.size();
            for (int venue : venues) {
                double worth = part
                        * market.price(venue)
                        * market.priceAtVenues(market.map().venue(venue).quote());
                account.trade(market, venue, Side.SELL, worth, SLIPPAGE);
            }
        }
    }

    private void attack(MarketEngine market, GroupAccount account, CommitteeSpec committee, Plan plan, double bribes) {
        UInt256 most = market.toUnits(market.spec().quoteAsset(), bribes).plusExact(UInt256.ONE);
        ForgeMessage call =
                new ForgeMessage(spec.bridge(), plan.asset(), market.toUnits(plan.asset(), plan.amount()), most);
        double unfound = committee.holdsMessages() ? 1 - committee.caughtProbability() : 1;
        double gain = plan.proceeds() * unfound - bribes - Gas.costQuote(market, plan.chain(), call);
        UInt256 owned = market.balance(
                account.participant(), plan.chain(), market.spec().quoteAsset());
        if (gain > spec.leastGainQuote() && owned.isAtLeast(most)) {
            account.send(market, plan.chain(), call, PATIENCE_BLOCKS);
        }
    }
}
