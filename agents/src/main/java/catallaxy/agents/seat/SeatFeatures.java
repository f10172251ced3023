package catallaxy.agents.seat;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.market.role.RoleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The features that a learner sees of a seat: without units and of the order of one, whatever the prices and the size of the
 * portfolio, and with what has changed since the epoch before. Of arbitrageurs and of roles of one's own the features are taken as they
 * are, and the learner had better normalise them; the other roles of the house have features of their own.
 *
 * <p>It remembers earlier epochs, so that one belongs to one agent in one run and sees each epoch once.
 */
final class SeatFeatures {
    private static final double BPS = 10_000;
    private static final double TEN_BPS = 1_000;
    private static final float CLIP = 10;
    private static final Quantity GAP = new Quantity("gap");
    private static final Quantity TREND = new Quantity("trend");
    private static final List<Quantity> SHARES_AND_VOLATILITIES =
            List.of(Quantity.WEIGHT, Quantity.CASH_WEIGHT, Quantity.VOLATILITY);

    private final List<Feature> features = new ArrayList<>();
    private final List<ToDoubleFunction<Observation>> values = new ArrayList<>();
    private final List<ReturnHistory> histories = new ArrayList<>();
    private final List<Trend> trends = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private float clip = CLIP;

    private SeatFeatures() {}

    static SeatFeatures of(AgentContext context) {
        SeatFeatures made = new SeatFeatures();
        switch (context.seat().role()) {
            case RoleSpec.MarketMaker role -> made.marketMaker(role);
            case RoleSpec.Portfolio _ -> made.portfolio(context.observations());
            case RoleSpec.Risk _ -> made.risk(context.observations());
            case RoleSpec.Trader _ -> made.trader(context.observations());
            default -> made.plain(context.observations());
        }
        return made;
    }

    private ReturnHistory history() {
        histories.add(new ReturnHistory());
        return histories.getLast();
    }

    /** @param epochs that the mean reaches back; 1 for the epoch before */
    private Trend trend(int epochs) {
        trends.add(new Trend(epochs));
        return trends.getLast();
    }

    /** @param epochs that the mean reaches back at most */
    private Flow flow(int epochs) {
        flows.add(new Flow(epochs));
        return flows.getLast();
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

    private void add(String name, ToDoubleFunction<Observation> value) {
        features.add(Feature.unbounded(name, "1"));
        values.add(value);
    }

    private void marketMaker(RoleSpec.MarketMaker role) {
        add("inventory_share", now -> now.value("inventory") / role.maxInventory());
        add("bid_distance", now -> relative(now.value("mid"), now.value("best_bid")) * TEN_BPS);
        add("ask_distance", now -> relative(now.value("best_ask"), now.value("mid")) * TEN_BPS);
        add("volatility", now -> ratio(now.value("volatility"), now.value("mid")) * BPS);
        add("imbalance", now -> now.value("imbalance"));
        add("reference_gap", now -> relative(now.value("reference_price"), now.value("mid")) * TEN_BPS);
        add("risk_scale", now -> now.value("risk_scale"));
        Trend last = trend(1);
        Trend minute = trend(12);
        add("mid_change", now -> last.departure(now.value("mid")) * TEN_BPS);
        add("mid_trend", now -> minute.departure(now.value("mid")) * TEN_BPS);
    }

    private void add(Meaning meaning, ToDoubleFunction<Observation> value) {
        add(meaning.name(), value);
    }

    private void portfolio(ObservationSpec observed) {
        add("risk_scale", now -> now.value("risk_scale"));
        for (int i = 0; i < observed.size(); i++) {
            int index = i;
            Meaning meaning = observed.features().get(i).meaning();
            Quantity quantity = meaning.quantity();
            if (SHARES_AND_VOLATILITIES.contains(quantity)) {
                add(meaning, now -> now.value(index));
            } else if (quantity.equals(Quantity.GAS_COST)) {
                add(meaning, now -> ratio(now.value(index), now.value("equity")) * BPS);
            } else if (quantity.equals(Quantity.PRICE) && meaning.subject() instanceof Subject.Holding sleeve) {
                price(observed, sleeve);
            }
        }
    }

    private void price(ObservationSpec observed, Subject.Holding sleeve) {
        int price = observed.index(Quantity.PRICE.of(sleeve));
        int[] same = indices(
                observed,
                Quantity.PRICE,
                other -> other instanceof Subject.Holding of && of.asset().equals(sleeve.asset()));
        add(GAP.of(sleeve), now -> relative(now.value(price), mean(now, same)) * TEN_BPS);
        Trend trend = trend(36);
        add(TREND.of(sleeve), now -> trend.departure(now.value(price)) * 100);
    }

    /** Where the features of a quantity are that is one of such subjects, in their order. */
    private static int[] indices(ObservationSpec observed, Quantity quantity, Predicate<Subject> of) {
        return observed.of(quantity).stream()
                .filter(feature -> of.test(feature.meaning().subject()))
                .mapToInt(feature -> observed.index(feature.meaning()))
                .toArray();
    }

    /** The subjects of one kind that a quantity is observed of, in their order. */
    private static <S extends Subject> List<S> subjects(ObservationSpec observed, Quantity quantity, Class<S> kind) {
        return observed.of(quantity).stream()
                .map(feature -> feature.meaning().subject())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static double mean(Observation now, int[] features) {
        return sum(now, features) / features.length;
    }

    private static double sum(Observation now, int[] features) {
        double sum = 0;
        for (int feature : features) {
            sum += now.value(feature);
        }
        return sum;
    }

    private void risk(ObservationSpec observed) {
        for (Subject.Agent agent : subjects(observed, Quantity.EQUITY, Subject.Agent.class)) {
            int equity = observed.index(Quantity.EQUITY.of(agent));
            int scale = observed.index(Quantity.SCALE.of(agent));
            int drawdown = observed.index(Quantity.DRAWDOWN.of(agent));
            add(Quantity.SCALE.of(agent), now -> now.value(scale));
            add(Quantity.DRAWDOWN.of(agent), now -> now.value(drawdown) * 20);
            Trend last = trend(1);
            Trend hour = trend(60);
            add(agent.named("return"), now -> last.departure(now.value(equity)) * TEN_BPS);
            add(TREND.of(agent), now -> hour.departure(now.value(equity)) * 100);
            ReturnHistory history = history();
            add(
                    Quantity.VOLATILITY.of(agent),
                    now -> history.next(now.value(equity)).deviation() * TEN_BPS);
            add(agent.named("value_at_risk"), _ -> history.tail().valueAtRisk() * TEN_BPS);
            add(agent.named("expected_shortfall"), _ -> history.tail().expectedShortfall() * TEN_BPS);
        }
        int[] equities = indices(observed, Quantity.EQUITY, Subject.Agent.class::isInstance);
        ReturnHistory together = history();
        add("volatility_regime", now -> together.next(sum(now, equities)).regime());
    }

    private void trader(ObservationSpec observed) {
        add("risk_scale", now -> now.value("risk_scale"));
        List<Subject.Venue> venues = subjects(observed, Quantity.PRICE, Subject.Venue.class);
        for (Subject.Venue venue : venues) {
            venue(observed, venue);
        }
        shares(observed, venues);
    }

    private void venue(ObservationSpec observed, Subject.Venue venue) {
        int price = observed.index(Quantity.PRICE.of(venue));
        int bid = observed.index(Quantity.BID.of(venue));
        int ask = observed.index(Quantity.ASK.of(venue));
        int traded = observed.index(Quantity.VOLUME.of(venue));
        int[] same = indices(
                observed,
                Quantity.PRICE,
                other -> other instanceof Subject.Venue of
                        && of.base().equals(venue.base())
                        && of.quote().equals(venue.quote()));
        add(venue.named("spread"), now -> relative(now.value(ask), now.value(bid)) * TEN_BPS);
        add(GAP.of(venue), now -> relative(now.value(price), mean(now, same)) * TEN_BPS);
        for (int epochs : new int[] {1, 12, 144}) {
            Trend trend = trend(epochs);
            double unit = TEN_BPS / StrictMath.sqrt(epochs);
            add(venue.named("trend_" + epochs), now -> trend.departure(now.value(price)) * unit);
        }
        ReturnHistory history = history();
        add(Quantity.VOLATILITY.of(venue), now -> history.next(now.value(price)).deviation() * TEN_BPS);
        Flow volume = flow(144);
        add(Quantity.VOLUME.of(venue), now -> volume.departure(now.value(traded)));
    }

    /** What each base asset makes of the equity, at the price of the first of its venues. */
    private void shares(ObservationSpec observed, List<Subject.Venue> venues) {
        List<String> bases = new ArrayList<>();
        for (Subject.Venue venue : venues) {
            String base = venue.base();
            if (!bases.contains(base)) {
                bases.add(base);
                int price = observed.index(Quantity.PRICE.of(venue));
                int[] held = indices(
                        observed,
                        Quantity.HOLDING,
                        of -> of instanceof Subject.Holding holding
                                && holding.asset().equals(base));
                add("share." + base, now -> ratio(sum(now, held) * now.value(price), now.value("equity")));
            }
        }
    }

    private void plain(ObservationSpec observed) {
        clip = Float.MAX_VALUE;
        for (Feature feature : observed.features()) {
            features.add(feature);
            String name = feature.name();
            values.add(now -> now.value(name));
        }
    }

    private static double ratio(double a, double b) {
        return b == 0 ? 0 : a / b;
    }

    /** {@code a / b − 1}; 0 without b. */
    private static double relative(double a, double b) {
        return b == 0 ? 0 : a / b - 1;
    }

    /** A value against its exponentially weighted mean over the epochs before. */
    private static final class Trend {
        private final double weight;
        private double mean = Double.NaN;

        Trend(int epochs) {
            weight = 1.0 / epochs;
        }

        double departure(double value) {
            double departure = Double.isNaN(mean) ? 0 : relative(value, mean);
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
            double departure = seen > 0 ? relative(value, mean) : 0;
            seen++;
            mean += seen > 0 ? (value - mean) / Math.min(seen, epochs) : 0;
            return departure;
        }
    }

    List<Feature> features() {
        return features;
    }

    /** Writes the features of an epoch, cut at ±10 unless they are the role's own. */
    void write(Observation now, float[] out, int offset) {
        for (int i = 0; i < values.size(); i++) {
            out[offset + i] = Math.clamp((float) values.get(i).applyAsDouble(now), -clip, clip);
        }
    }
}
