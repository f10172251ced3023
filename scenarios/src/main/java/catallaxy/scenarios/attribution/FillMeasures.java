package catallaxy.scenarios.attribution;

import java.util.ArrayList;
import java.util.List;

/** What is measured of the fills of one kind of an agent: marks-out, and spreads weighted by notional. */
public final class FillMeasures {
    /** Seconds after a fill at which the world's price is looked at. */
    public static final List<Integer> SECONDS = List.of(1, 5, 60, 300);

    static final int HORIZONS = SECONDS.size();
    /** The horizon of the realised spread. */
    static final int REALISED = SECONDS.indexOf(60);

    private final List<WeightedMean> markOuts = new ArrayList<>();
    private final WeightedMean quoted = new WeightedMean();
    private final WeightedMean effective = new WeightedMean();
    private final WeightedMean realised = new WeightedMean();
    private long fills;

    FillMeasures() {
        SECONDS.forEach(_ -> markOuts.add(new WeightedMean()));
    }

    void traded(OwnFill.Dealt dealt, int times) {
        fills += times;
        quoted.add(dealt.quotedBps(), dealt.notional(), times);
        effective.add(dealt.spreadBps(dealt.mid()), dealt.notional(), times);
    }

    void markedOut(int horizon, double bps, double notional, int times) {
        markOuts.get(horizon).add(bps, notional, times);
    }

    void realised(double bps, double notional, int times) {
        realised.add(bps, notional, times);
    }

    /** How many there are. */
    public long fills() {
        return fills;
    }

    /** Those whose horizon, an index into {@link #SECONDS}, lies within the run. */
    public long markedOut(int horizon) {
        return markOuts.get(horizon).number();
    }

    /** Mean mark-out per fill, basis points; {@code NaN} without fills, as all that follow. */
    public double markOutBps(int horizon) {
        return markOuts.get(horizon).plain();
    }

    /** Mean mark-out weighted by notional, basis points. */
    public double weightedMarkOutBps(int horizon) {
        return markOuts.get(horizon).weighted();
    }

    /** Best ask less best bid just before, over the mid-price. */
    public double quotedBps() {
        return quoted.weighted();
    }

    /** Twice what the taker paid beyond the mid-price just before. */
    public double effectiveBps() {
        return effective.weighted();
    }

    /** Twice what the taker paid beyond the mid-price a minute later. */
    public double realisedBps() {
        return realised.weighted();
    }
}
