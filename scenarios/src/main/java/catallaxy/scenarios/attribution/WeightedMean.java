package catallaxy.scenarios.attribution;

/** Mean of values, plain and weighted, from which values can be taken away again. */
final class WeightedMean {
    private long number;
    private double sum;
    private double weightedSum;
    private double weights;

    /** @param times 1 for a value that comes, −1 for one that goes; a value that is no number does neither */
    void add(double value, double weight, int times) {
        if (Double.isFinite(value)) {
            number += times;
            sum += times * value;
            weightedSum += times * value * weight;
            weights += times * weight;
        }
    }

    long number() {
        return number;
    }

    /** {@code NaN} of nothing. */
    double plain() {
        return number > 0 ? sum / number : Double.NaN;
    }

    /** {@code NaN} of nothing. */
    double weighted() {
        return number > 0 && weights > 0 ? weightedSum / weights : Double.NaN;
    }
}
