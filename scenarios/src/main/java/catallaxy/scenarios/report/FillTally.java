package catallaxy.scenarios.report;

/**
 * Totals of one participant's fills in units of the quote asset, collected in one pass. One thread.
 *
 * <p>The edge of a fill is what it was better than the world's price by: {@code (world price − price) · quantity} for a
 * buy, its negative for a sell. Fills for which no world price is known have none.
 */
final class FillTally {

    private long fills;
    private long buys;
    private long makers;
    private double volume;
    private double fees;
    private double gas;
    private double edge;
    private double edgeVolume;
    private final TimeHistogram perInterval = new TimeHistogram();
    private final SampleBuffer cumulativeVolume = new SampleBuffer();

    void add(Fill fill) {
        fills++;
        buys += fill.buy() ? 1 : 0;
        makers += fill.maker() ? 1 : 0;
        volume += finite(fill.notional());
        fees += finite(fill.fee());
        gas += finite(fill.gas());
        addEdge(fill);
        perInterval.add(fill.seconds());
        cumulativeVolume.add(fill.seconds(), volume);
    }

    private void addEdge(Fill fill) {
        double better = (fill.worldPrice() - fill.price()) / fill.price() * fill.notional();
        if (Double.isFinite(better)) {
            edge += fill.buy() ? better : -better;
            edgeVolume += fill.notional();
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    long fills() {
        return fills;
    }

    long buys() {
        return buys;
    }

    long makers() {
        return makers;
    }

    double volume() {
        return volume;
    }

    double fees() {
        return fees;
    }

    double gas() {
        return gas;
    }

    /** Edge per volume in hundredths of a per cent; {@code NaN} where no world price is known. */
    double edgeBps() {
        return edgeVolume > 0 ? edge / edgeVolume * 1e4 : Double.NaN;
    }

    TimeHistogram perInterval() {
        return perInterval;
    }

    Samples cumulativeVolume() {
        return cumulativeVolume.exactly();
    }
}
