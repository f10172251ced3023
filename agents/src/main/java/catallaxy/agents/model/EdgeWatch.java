package catallaxy.agents.model;

/** What the opportunities in one token earn, quarter of an hour by quarter. Mutable, one owner. */
final class EdgeWatch {
    private static final long PERIOD_NANOS = 900_000_000_000L;

    private final String token;
    private long period = -1;
    private double sum;
    private long count;
    private double last;
    private double mean;
    private long periods;
    private double[] before = new double[0];

    EdgeWatch(String token) {
        this.token = token;
    }

    /** Takes into account what the best opportunity of a moment earns, basis points; 0 where there is none. */
    void add(long now, double edgeBps, double volatilityBps, AuxiliaryModel model) {
        long present = now / PERIOD_NANOS;
        if (present != period && count > 0) {
            end(volatilityBps, model);
        }
        period = present;
        sum += edgeBps;
        count++;
    }

    private void end(double volatilityBps, AuxiliaryModel model) {
        last = sum / count;
        if (before.length > 0) {
            model.learn(new ModelExample(token, before, last));
        }
        periods++;
        mean += (last - mean) / periods;
        before = features(volatilityBps);
        sum = 0;
        count = 0;
    }

    /** What is known of the token now. */
    double[] features(double volatilityBps) {
        return TokenChoice.features(last, mean, volatilityBps);
    }

    EdgeWatch copy() {
        EdgeWatch copy = new EdgeWatch(token);
        copy.period = period;
        copy.sum = sum;
        copy.count = count;
        copy.last = last;
        copy.mean = mean;
        copy.periods = periods;
        copy.before = before.clone();
        return copy;
    }
}
