package catallaxy.environment.market.world;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.world.candle.CandleSeries;

/** Made-up candle series. */
final class Candles {
    /** 2021-01-01T00:00Z. */
    static final long START = 1_609_459_200L * 1_000_000_000;

    private Candles() {}

    /** A random walk without gaps from {@link #START} on. */
    static CandleSeries walk(int size, long intervalNanos, long seed) {
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = START + i * intervalNanos;
        }
        return at(times, intervalNanos, seed);
    }

    /** A random walk with candles at these times. */
    static CandleSeries at(long[] times, long intervalNanos, long seed) {
        RandomStream random = RandomStream.of(seed, "candles");
        double[][] columns = new double[5][times.length];
        double price = 100;
        for (int i = 0; i < times.length; i++) {
            double close = price * Math.exp(0.01 * random.nextGaussian());
            columns[0][i] = price;
            columns[1][i] = Math.max(price, close) * (1 + 0.005 * random.nextDouble());
            columns[2][i] = Math.min(price, close) * (1 - 0.005 * random.nextDouble());
            columns[3][i] = close;
            columns[4][i] = random.nextDouble();
            price = close * Math.exp(0.001 * random.nextGaussian());
        }
        return CandleSeries.of(intervalNanos, times, columns);
    }

    /** The first {@code kept} candles of a series, and others after them. */
    static CandleSeries otherFuture(CandleSeries series, int kept, double factor) {
        long[] times = new long[series.size()];
        double[][] columns = new double[5][series.size()];
        for (int i = 0; i < times.length; i++) {
            double scale = i < kept ? 1 : factor;
            times[i] = series.openTime(i);
            columns[0][i] = series.open(i) * scale;
            columns[1][i] = series.high(i) * scale;
            columns[2][i] = series.low(i) * scale;
            columns[3][i] = series.close(i) * scale;
            columns[4][i] = series.volume(i);
        }
        return CandleSeries.of(series.period(), times, columns);
    }
}
