package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.NormalDistribution;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A difference of prices between venues that pays, net of fees, slippage and gas, at the size that gains most.
 *
 * @param sized       the cycle with its size
 * @param gap         how much more than one comes back of the first unit, as a fraction
 * @param profitQuote what is gained after everything, quote units
 * @param confidence  probability that it still gains when its last leg is carried out: {@code Φ(ln(1 + r) / (σ √T))} for a gain r of what
 *                    is put in, and log prices that diffuse by σ over T, a block of its first chain and the delays of its legs
 */
public record PriceGap(SizedCycle sized, double gap, double profitQuote, double confidence) {
    private static final double NANOS_PER_YEAR = 365.0 * 86_400e9;

    /**
     * What counts as a gap.
     *
     * @param mostLegs          of a cycle, 2 to 8
     * @param leastGap          smallest gap of the first unit after fees, 0.005 for half a percent
     * @param volatilityPerYear σ of a log price between two of its venues, per √year
     */
    public record Search(int mostLegs, double leastGap, double volatilityPerYear) {
        public Search {
            Checks.inRange("mostLegs", mostLegs, 2, 8);
            Checks.inRange("leastGap", leastGap, 0, 1e6);
            Checks.inRange("volatilityPerYear", volatilityPerYear, 0, 1e3);
        }

        /** Two to four legs that gain half a percent, at 80 % a year. */
        public static Search standard() {
            return new Search(4, 0.005, 0.8);
        }
    }

    /**
     * The gaps of a market that pay for a participant, the most profitable first: each with its own money, or with the cheapest flash loan
     * where that gains more and all is one transaction. Cycles begin with the quote asset where they contain it.
     */
    public static List<PriceGap> all(MarketView market, int participant, Search search) {
        return Cycles.of(Conversions.of(market, participant), search.mostLegs, 1 + search.leastGap).stream()
                .map(cycle -> cycle.beginningWith(market.map().quoteAsset()))
                .flatMap(cycle -> of(market, participant, cycle, search).stream())
                .sorted(Comparator.comparingDouble(PriceGap::profitQuote).reversed())
                .toList();
    }

    private static Optional<PriceGap> of(MarketView market, int participant, Cycle cycle, Search search) {
        double price = market.prices().worth(cycle.start().asset());
        int decimals = market.map().assets().get(cycle.start().asset()).decimals();
        UInt256 gas = BaseUnits.floor(gasQuote(market, cycle) / price, decimals).plusExact(UInt256.ONE);
        UInt256 own = market.map()
                .units(
                        cycle.start().asset(),
                        Gas.spendable(
                                market,
                                participant,
                                cycle.start().place(),
                                cycle.start().asset()));
        Optional<SizedCycle> paid = SizedCycle.of(cycle, new RoundTerms(decimals, own, gas, LoanFee.NONE));
        Optional<SizedCycle> lent = cycle.isAtomic() ? lent(market, cycle, decimals, gas) : Optional.empty();
        return Stream.of(paid, lent)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(SizedCycle::gain))
                .map(sized -> of(market, sized, search, price / StrictMath.pow(10, decimals)));
    }

    private static PriceGap of(MarketView market, SizedCycle sized, Search search, double quotePerUnit) {
        double gain = sized.gain().doubleValue();
        double years = (firstBlockNanos(market, sized.cycle()) + sized.cycle().delayNanos()) / NANOS_PER_YEAR;
        double deviation = search.volatilityPerYear * StrictMath.sqrt(years);
        double logGain = StrictMath.log1p(gain / sized.in().doubleValue());
        double confidence = deviation > 0 ? NormalDistribution.cumulative(logGain / deviation) : 1;
        return new PriceGap(sized, sized.cycle().rate() - 1, gain * quotePerUnit, confidence);
    }

    private static long firstBlockNanos(MarketView market, Cycle cycle) {
        return cycle.legs().stream()
                .mapToInt(leg -> leg.from().place())
                .filter(market.map()::isChain)
                .mapToLong(chain -> market.chain(chain).blockTimeNanos())
                .findFirst()
                .orElse(0);
    }

    /** Gas of one transaction where the cycle is one, else of all its legs. */
    private static double gasQuote(MarketView market, Cycle cycle) {
        return cycle.call(UInt256.ONE, UInt256.ONE)
                .map(call -> Gas.costQuote(market, cycle.start().place(), call))
                .orElseGet(cycle::gasQuote);
    }

    /** With a loan of the best size for own money, of whoever asks least for it. */
    private static Optional<SizedCycle> lent(MarketView market, Cycle cycle, int decimals, UInt256 gas) {
        int asset = cycle.start().asset();
        UInt256 wanted = SizedCycle.of(cycle, RoundTerms.free(decimals))
                .map(SizedCycle::in)
                .orElse(UInt256.ZERO);
        Optional<FlashLender> lender = FlashCredit.cheapest(
                market, cycle.start().place(), asset, wanted, cycle.swaps().orElse(List.of()));
        return lender.flatMap(from -> SizedCycle.of(
                cycle, new RoundTerms(decimals, from.flashMost(asset), gas, amount -> from.flashFee(asset, amount))));
    }
}
