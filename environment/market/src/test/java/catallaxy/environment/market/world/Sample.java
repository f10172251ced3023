package catallaxy.environment.market.world;

/** Observations and how far their mean is from what was expected, in standard errors. */
final class Sample {
    private double count;
    private double sum;
    private double squares;

    void add(double value) {
        count++;
        sum += value;
        squares += value * value;
    }

    double mean() {
        return sum / count;
    }

    double standardError() {
        return Math.sqrt((squares / count - mean() * mean()) / count);
    }

    double sigmasFrom(double expected) {
        return Math.abs(mean() - expected) / standardError();
    }
}
