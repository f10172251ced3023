package catallaxy.agents.policy;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.stream.IntStream;

/** Where one venue of an arbitrageur's route is in an observation. */
@SuppressWarnings("ArrayRecordComponent")
record ArbitrageLeg(
        int price,
        int fee,
        int reserveBase,
        int reserveQuote,
        int[] bid,
        int[] bidSize,
        int[] ask,
        int[] askSize,
        int gasCost,
        int baseAvailable,
        int quoteAvailable) {
    private static final int LEVELS = 5;

    static ArbitrageLeg of(Subject.Leg leg, ObservationSpec spec) {
        return new ArbitrageLeg(
                spec.index(Quantity.PRICE.of(leg)),
                spec.index(Quantity.FEE.of(leg)),
                spec.index(Quantity.RESERVE_BASE.of(leg)),
                spec.index(Quantity.RESERVE_QUOTE.of(leg)),
                levels(Quantity.BID, leg, spec),
                levels(Quantity.BID_SIZE, leg, spec),
                levels(Quantity.ASK, leg, spec),
                levels(Quantity.ASK_SIZE, leg, spec),
                spec.index(Quantity.GAS_COST.of(leg)),
                spec.index(Quantity.BASE_AVAILABLE.of(leg)),
                spec.index(Quantity.QUOTE_AVAILABLE.of(leg)));
    }

    private static int[] levels(Quantity of, Subject.Leg leg, ObservationSpec spec) {
        return IntStream.rangeClosed(1, LEVELS)
                .map(level -> spec.index(of.of(new Subject.Level(leg, level))))
                .toArray();
    }

    /** What the venue shows on the side that is bought from or sold to, quote units: a reserve, or the visible levels. */
    double depthQuote(Observation o, boolean buys) {
        double reserve = o.value(reserveQuote);
        if (reserve > 0) {
            return reserve;
        }
        double[] prices = at(o, buys ? ask : bid);
        double[] sizes = at(o, buys ? askSize : bidSize);
        double sum = 0;
        for (int i = 0; i < prices.length; i++) {
            sum += prices[i] * sizes[i];
        }
        return sum;
    }

    TradingLeg leg(Observation o) {
        double x = o.value(reserveBase);
        return x > 0
                ? new TradingLeg.Pool(x, o.value(reserveQuote), 1 - o.value(fee))
                : new TradingLeg.Book(at(o, bid), at(o, bidSize), at(o, ask), at(o, askSize), o.value(fee));
    }

    private static double[] at(Observation observation, int[] features) {
        double[] values = new double[features.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = observation.value(features[i]);
        }
        return values;
    }
}
