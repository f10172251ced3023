package catallaxy.agents.statistics;

/**
 * How fast a regularly sampled series returns to its mean: least squares of {@code x[t] = c + φ x[t−1] + e}. The half-life is
 * {@code ln 2 / −ln φ} samples, where the Dickey-Fuller statistic {@code (φ − 1) / se(φ)} rejects a random walk at 5 %, φ is
 * positive, and the series has moved thirty times: few jumps to another level are no return. Dickey and Fuller 1979,
 * https://doi.org/10.1080/01621459.1979.10482531; the critical value is MacKinnon's, of many samples. Owned by one thread.
 */
public final class Autoregression {
    /** With a constant and without a trend, of many samples. */
    private static final double CRITICAL = -2.86;

    private static final int FEWEST_MOVES = 30;

    private double origin = Double.NaN;
    private double last;
    private long pairs;
    private long moves;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /** A series without samples. */
    public Autoregression() {}

    /** Takes the next sample. */
    public void add(double value) {
        if (Double.isNaN(origin)) {
            origin = value;
        } else {
            addPair(last, value - origin);
        }
        last = value - origin;
    }

    private void addPair(double x, double y) {
        pairs++;
        moves += x == y ? 0 : 1;
        double deltaX = x - meanX;
        double deltaY = y - meanY;
        meanX += deltaX / pairs;
        meanY += deltaY / pairs;
        squaresX += deltaX * (x - meanX);
        squaresY += deltaY * (y - meanY);
        products += deltaX * (y - meanY);
    }

    /** φ; {@code NaN} where the series does not vary. */
    public double slope() {
        return squaresX > 0 ? products / squaresX : Double.NaN;
    }

    /** {@code (φ − 1) / se(φ)}; {@code NaN} where there are too few samples, or nothing varies. */
    public double dickeyFuller() {
        double residual = squaresY - slope() * products;
        return pairs > 2 && residual > 0
                ? (slope() - 1) / StrictMath.sqrt(residual / (pairs - 2) / squaresX)
                : Double.NaN;
    }

    /** In samples; {@code NaN} where the series does not return to a mean, or within one sample. */
    public double halfLife() {
        boolean returns = moves >= FEWEST_MOVES && dickeyFuller() < CRITICAL && slope() > 0;
        return returns ? StrictMath.log(2) / -StrictMath.log(slope()) : Double.NaN;
    }
}
