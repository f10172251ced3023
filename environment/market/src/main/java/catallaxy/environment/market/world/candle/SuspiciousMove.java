package catallaxy.environment.market.world.candle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A price so far from the last close that it is more likely a mistake of the data than the market's.
 *
 * @param time  opening time of the candle
 * @param close of the candle before; of the first candle its own open
 * @param price of the candle's four the farthest from it
 */
public record SuspiciousMove(Instant time, double close, double price) {
    private static final double MEDIANS = 20;
    private static final double LEAST = StrictMath.log(1.1);

    /** Which moves these are. */
    public static final String RULE =
            "a price more than 10 % and more than 20 times the median move between closes away"
                    + " from the last close, after a gap times the root of its length";

    /** How many times the higher of both prices is the lower one. */
    public double factor() {
        return StrictMath.max(price, close) / StrictMath.min(price, close);
    }

    /** Those of a series, in time order. */
    public static List<SuspiciousMove> of(CandleSeries candles) {
        double bound = StrictMath.max(LEAST, MEDIANS * medianMove(candles));
        double length = candles.period().meanLength().toNanos();
        List<SuspiciousMove> moves = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            double close = i == 0 ? candles.open(0) : candles.close(i - 1);
            double farthest = farthest(candles, i, close);
            double passed = i == 0 ? 1 : (candles.openTime(i) - candles.openTime(i - 1)) / length;
            if (distance(close, farthest) > bound * StrictMath.sqrt(StrictMath.max(1, passed))) {
                moves.add(new SuspiciousMove(Instant.EPOCH.plusNanos(candles.openTime(i)), close, farthest));
            }
        }
        return moves;
    }

    private static double medianMove(CandleSeries candles) {
        double[] moves = new double[StrictMath.max(0, candles.size() - 1)];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = distance(candles.close(i), candles.close(i + 1));
        }
        Arrays.sort(moves);
        return moves.length == 0 ? 0 : moves[moves.length / 2];
    }

    private static double farthest(CandleSeries candles, int i, double close) {
        double farthest = candles.open(i);
        for (double price : new double[] {candles.high(i), candles.low(i), candles.close(i)}) {
            farthest = distance(close, price) > distance(close, farthest) ? price : farthest;
        }
        return farthest;
    }

    private static double distance(double a, double b) {
        return StrictMath.abs(StrictMath.log(b / a));
    }
}
