package catallaxy.agents.seat;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.LearnerFeatures;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.Roles;
import catallaxy.environment.market.role.SupervisedSeats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The features that a learner sees of a seat, as the seat's role lists them, and the factors that the scenario adds, as they are.
 *
 * <p>It remembers earlier epochs, so that one belongs to one agent in one run and sees each epoch once.
 */
final class SeatFeatures implements LearnerFeatures {
    private static final float CLIP = 10;

    private final List<Feature> features = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final List<History> histories = new ArrayList<>();
    private final List<Trend> trends = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    /** What a feature is, cut at ±{@code clip}. */
    private record Value(ToDoubleFunction<Observation> of, float clip) {}

    private SeatFeatures() {}

    static SeatFeatures of(AgentContext context) {
        SeatFeatures made = new SeatFeatures();
        MarketSpec market = context.market();
        RoleSite site = new RoleSite(market.engine(), market.durationNanos(), market.agents(), SupervisedSeats.none());
        List<Feature> further = Roles.further(site, context.seat()).features();
        List<Feature> all = context.observations().features();
        ObservationSpec shown = new ObservationSpec(all.subList(0, all.size() - further.size()));
        context.seat().role().learnerFeatures(shown, made);
        further.forEach(made::asObserved);
        return made;
    }

    @Override
    public void add(String name, ToDoubleFunction<Observation> value) {
        features.add(Feature.unbounded(name, "1"));
        values.add(new Value(value, CLIP));
    }

    @Override
    public void asObserved(Feature feature) {
        features.add(feature);
        String name = feature.name();
        values.add(new Value(now -> now.value(name), Float.MAX_VALUE));
    }

    @Override
    public ToDoubleFunction<Observation> departure(int epochs, ToDoubleFunction<Observation> value) {
        Trend trend = new Trend(epochs);
        trends.add(trend);
        return now -> trend.departure(value.applyAsDouble(now));
    }

    @Override
    public ToDoubleFunction<Observation> flow(int epochs, ToDoubleFunction<Observation> value) {
        Flow flow = new Flow(epochs);
        flows.add(flow);
        return now -> flow.departure(value.applyAsDouble(now));
    }

    @Override
    public Returns returns(ToDoubleFunction<Observation> value) {
        histories.add(new History(value));
        return histories.getLast();
    }

    /** Remembers from now on what the features of the same seat remember elsewhere. */
    void take(SeatFeatures other) {
        for (int i = 0; i < histories.size(); i++) {
            histories.get(i).take(other.histories.get(i));
        }
        for (int i = 0; i < trends.size(); i++) {
            trends.get(i).mean = other.trends.get(i).mean;
        }
        for (int i = 0; i < flows.size(); i++) {
            flows.get(i).seen = other.flows.get(i).seen;
            flows.get(i).mean = other.flows.get(i).mean;
        }
    }

    /** The returns of a value, taken on once by whichever feature asks first at an epoch. */
    private static final class History implements Returns {
        private final ToDoubleFunction<Observation> value;
        private final ReturnHistory history = new ReturnHistory();
        private @Nullable Observation latest;

        History(ToDoubleFunction<Observation> value) {
            this.value = value;
        }

        void take(History other) {
            history.take(other.history);
            latest = other.latest;
        }

        @SuppressWarnings("ReferenceEquality") // the same observation, not one like it
        private ReturnHistory at(Observation now) {
            if (now != latest) {
                history.next(value.applyAsDouble(now));
                latest = now;
            }
            return history;
        }

        @Override
        public double deviation(Observation now) {
            return at(now).deviation();
        }

        @Override
        public double regime(Observation now) {
            return at(now).regime();
        }

        @Override
        public double valueAtRisk(Observation now) {
            return at(now).tail().valueAtRisk();
        }

        @Override
        public double expectedShortfall(Observation now) {
            return at(now).tail().expectedShortfall();
        }
    }

    /** A value against its exponentially weighted mean over the epochs before. */
    private static final class Trend {
        private final double weight;
        private double mean = Double.NaN;

        Trend(int epochs) {
            weight = 1.0 / epochs;
        }

        double departure(double value) {
            double departure = Double.isNaN(mean) ? 0 : LearnerFeatures.relative(value, mean);
            mean = Double.isNaN(mean) ? value : mean + weight * (value - mean);
            return departure;
        }
    }

    /** What flowed in an epoch against the mean of the epochs before; the first epoch has none before it. */
    private static final class Flow {
        private final int epochs;
        private int seen = -1;
        private double mean;

        Flow(int epochs) {
            this.epochs = epochs;
        }

        double departure(double value) {
            double departure = seen > 0 ? LearnerFeatures.relative(value, mean) : 0;
            seen++;
            mean += seen > 0 ? (value - mean) / Math.min(seen, epochs) : 0;
            return departure;
        }
    }

    List<Feature> features() {
        return features;
    }

    /** Writes the features of an epoch. */
    void write(Observation now, float[] out, int offset) {
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            out[offset + i] = Math.clamp((float) value.of().applyAsDouble(now), -value.clip(), value.clip());
        }
    }
}
