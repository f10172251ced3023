package catallaxy.environment.market.role;

import catallaxy.environment.api.Subject;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.arbitrage.Conversion;
import catallaxy.environment.market.arbitrage.Cycle;
import catallaxy.environment.market.arbitrage.LoanFee;
import catallaxy.environment.market.arbitrage.RoundTerms;
import catallaxy.environment.market.arbitrage.SizedCycle;
import catallaxy.environment.market.arbitrage.VenueSwap;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cycle of more than two venues of one chain, made in one transaction in either direction: it happens whole, giving back at least what was
 * put in or what is owed for it, or not at all. Its size is exact in base units.
 *
 * @param chain  index
 * @param start  asset that is put in and comes back
 * @param venues in the order in which they are passed
 * @param ids    their names
 */
record Round(int chain, int start, List<Integer> venues, List<String> ids) {
    private static final int PATIENCE_BLOCKS = 3;

    /**
     * Who makes it with what.
     *
     * @param lending     whether a flash loan pays for it
     * @param mostQuote   that may be put in, quote units
     * @param maxSlippage fraction by which the output may fall short of what is expected
     */
    record Means(int participant, boolean lending, double mostQuote, double maxSlippage) {}

    /**
     * The way round that gains, at the best size.
     *
     * @param forward whether in the order of the venues
     * @param lender  of what is put in; empty where it is one's own
     */
    record Best(boolean forward, SizedCycle sized, Optional<FlashLender> lender) {}

    Subject.Cycle subject() {
        return new Subject.Cycle(ids);
    }

    /** What gains most after fees and gas now; empty where nothing does. */
    Optional<Best> best(MarketView market, Means means) {
        if (market.isHalted(chain)) {
            return Optional.empty();
        }
        Cycle forward = cycle(market, venues);
        Cycle gaining = forward.rate() > 1 ? forward : cycle(market, venues.reversed());
        return gaining.rate() > 1 ? sized(market, means, gaining, forward.equals(gaining)) : Optional.empty();
    }

    private Cycle cycle(MarketView market, List<Integer> order) {
        List<Conversion> legs = new ArrayList<>();
        int asset = start;
        for (int venue : order) {
            VenueSwap swap = new VenueSwap(market, venue, asset);
            legs.add(swap);
            asset = swap.to().asset();
        }
        return new Cycle(legs);
    }

    private Optional<Best> sized(MarketView market, Means means, Cycle cycle, boolean forward) {
        UInt256 allowed = market.map().units(start, means.mostQuote() / price(market));
        Optional<FlashLender> lender = means.lending() && !allowed.isZero()
                ? FlashCredit.best(market, chain, start, allowed, venues)
                : Optional.empty();
        if (means.lending() && lender.isEmpty()) {
            return Optional.empty();
        }
        UInt256 held =
                lender.map(from -> from.flashMost(start)).orElseGet(() -> spendable(market, means.participant()));
        int decimals = market.map().assets().get(start).decimals();
        RoundTerms terms =
                new RoundTerms(decimals, held.min(allowed), gas(market, cycle, lender, decimals), fee(lender));
        return SizedCycle.of(cycle, terms).map(sized -> new Best(forward, sized, lender));
    }

    private UInt256 spendable(MarketView market, int participant) {
        return market.map()
                .units(start, Gas.spendable(market, participant, chain, start))
                .min(market.holdings(participant).balance(chain, start));
    }

    private LoanFee fee(Optional<FlashLender> lender) {
        return lender.<LoanFee>map(from -> amount -> from.flashFee(start, amount))
                .orElse(LoanFee.NONE);
    }

    private UInt256 gas(MarketView market, Cycle cycle, Optional<FlashLender> lender, int decimals) {
        double quote = Gas.costQuote(market, chain, call(cycle, UInt256.ONE, UInt256.ONE, lender));
        return BaseUnits.floor(quote / price(market), decimals).plusExact(UInt256.ONE);
    }

    private Call call(Cycle cycle, UInt256 in, UInt256 least, Optional<FlashLender> lender) {
        Call swap = cycle.call(in, least).orElseThrow();
        return lender.map(from -> from.flashLoan(start, in, swap)).orElse(swap);
    }

    private double price(MarketView market) {
        return market.prices().atVenues(start);
    }

    /** Writes the best input, negative the other way round, what it gains before gas, and the gas; quote units, noughts where nothing gains. */
    void write(MarketView market, Means means, double[] values, int at) {
        Optional<Best> best = best(market, means);
        double unit = price(market)
                / StrictMath.pow(10, market.map().assets().get(start).decimals());
        double gas = best.map(each -> each.sized().gas().doubleValue()).orElse(0.0) * unit;
        double gain = best.map(each -> each.sized().gain().doubleValue()).orElse(0.0) * unit;
        double in = best.map(each -> each.sized().in().doubleValue()).orElse(0.0) * unit;
        values[at] = best.map(Best::forward).orElse(true) ? in : -in;
        values[at + 1] = gain + gas;
        values[at + 2] = gas;
    }

    /**
     * Sends a part of the best input, where the way round that gains is the one that is meant.
     *
     * @param part in [−1, 1], negative against the order of the venues
     */
    void send(MarketView market, Gateway gateway, Means means, double part) {
        best(market, means)
                .filter(best -> best.forward() == part > 0)
                .ifPresent(best -> send(market, gateway, means, best, StrictMath.abs(part)));
    }

    private void send(MarketView market, Gateway gateway, Means means, Best best, double part) {
        Cycle cycle = best.sized().cycle();
        UInt256 all = best.sized().in();
        UInt256 in = part < 1 ? BaseUnits.floor(all.doubleValue() * part, 0).min(all) : all;
        UInt256 out = cycle.outUnits(in);
        UInt256 owed = in.plusExact(fee(best.lender()).of(in));
        if (out.isAtLeast(owed) && !in.isZero()) {
            UInt256 least = BaseUnits.floor(out.doubleValue() * (1 - means.maxSlippage()), 0)
                    .max(owed);
            Gas.send(market, gateway, chain, call(cycle, in, least, best.lender()), PATIENCE_BLOCKS);
        }
    }
}
