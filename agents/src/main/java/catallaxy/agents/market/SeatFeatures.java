package catallaxy.agents.market;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.role.RoleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The features that a learner sees of a seat: without units and of the order of one, whatever the prices and the size of the
 * portfolio, and with what has changed since the epoch before. Of arbitrageurs the features are taken as they are, and the learner
 * had better normalise them; all other roles have features of their own.
 *
 * <p>It remembers earlier epochs, so that one belongs to one agent in one run and sees each epoch once.
 */
final class SeatFeatures {
    private static final double BPS = 10_000;
    private static final double TEN_BPS = 1_000;
    private static final float CLIP = 10;

    private final List<Feature> features = new ArrayList<>();
    private final List<ToDoubleFunction<Observation>> values = new ArrayList<>();

    private float clip = CLIP;

    private SeatFeatures() {}

    static SeatFeatures of(AgentContext context) {
        SeatFeatures made = new SeatFeatures();
        switch (context.seat().role()) {
            case RoleSpec.MarketMaker role -> made.marketMaker(role);
            case RoleSpec.Portfolio _ -> made.portfolio(context.observations());
            case RoleSpec.Risk _ -> made.risk(context.observations());
            case RoleSpec.Trader _ -> made.trader(context.observations());
            case RoleSpec.Arbitrage _ -> made.plain(context.observations());
        }
        return made;
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
        Trend last = new Trend(1);
        Trend minute = new Trend(12);
        add("mid_change", now -> last.departure(now.value("mid")) * TEN_BPS);
        add("mid_trend", now -> minute.departure(now.value("mid")) * TEN_BPS);
    }

    private void portfolio(ObservationSpec observed) {
        add("risk_scale", now -> now.value("risk_scale"));
        for (Feature feature : observed.features()) {
            String name = feature.name();
            if (name.startsWith("weight.") || name.startsWith("cash_weight.") || name.startsWith("volatility.")) {
                add(name, now -> now.value(name));
            } else if (name.startsWith("gas_cost.")) {
                add(name, now -> ratio(now.value(name), now.value("equity")) * BPS);
            } else if (name.startsWith("price.")) {
                price(observed, name);
            }
        }
    }

    private void price(ObservationSpec observed, String name) {
        String asset = name.substring(name.lastIndexOf('.'));
        List<String> same = observed.features().stream()
                .map(Feature::name)
                .filter(other -> other.startsWith("price.") && other.endsWith(asset))
                .toList();
        String place = name.substring("price.".length());
        add("gap." + place, now -> relative(now.value(name), mean(now, same)) * TEN_BPS);
        Trend trend = new Trend(36);
        add("trend." + place, now -> trend.departure(now.value(name)) * 100);
    }

    private static double mean(Observation now, List<String> names) {
        double sum = 0;
        for (String name : names) {
            sum += now.value(name);
        }
        return sum / names.size();
    }

    private void risk(ObservationSpec observed) {
        List<String> agents = named(observed, "equity.");
        for (String agent : agents) {
            String equity = "equity." + agent;
            add("scale." + agent, now -> now.value("scale." + agent));
            add("drawdown." + agent, now -> now.value("drawdown." + agent) * 20);
            Trend last = new Trend(1);
            Trend hour = new Trend(60);
            add("return." + agent, now -> last.departure(now.value(equity)) * TEN_BPS);
            add("trend." + agent, now -> hour.departure(now.value(equity)) * 100);
            ReturnHistory history = new ReturnHistory();
            add("volatility." + agent, now -> history.next(now.value(equity)).deviation() * TEN_BPS);
            add("value_at_risk." + agent, _ -> history.tail().valueAtRisk() * TEN_BPS);
            add("expected_shortfall." + agent, _ -> history.tail().expectedShortfall() * TEN_BPS);
        }
        ReturnHistory together = new ReturnHistory();
        add("volatility_regime", now -> together.next(sum(now, agents)).regime());
    }

    private static double sum(Observation now, List<String> agents) {
        double sum = 0;
        for (String agent : agents) {
            sum += now.value("equity." + agent);
        }
        return sum;
    }

    /** What follows {@code prefix} in the names of the role's features, in their order. */
    private static List<String> named(ObservationSpec observed, String prefix) {
        return observed.features().stream()
                .map(Feature::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private void trader(ObservationSpec observed) {
        add("risk_scale", now -> now.value("risk_scale"));
        List<String> venues = named(observed, "price.");
        for (String venue : venues) {
            String price = "price." + venue;
            List<String> same = venues.stream()
                    .map(other -> "price." + other)
                    .filter(other -> unit(observed, other).equals(unit(observed, price)))
                    .toList();
            add("spread." + venue, now -> relative(now.value("ask." + venue), now.value("bid." + venue)) * TEN_BPS);
            add("gap." + venue, now -> relative(now.value(price), mean(now, same)) * TEN_BPS);
            for (int epochs : new int[] {1, 12, 144}) {
                Trend trend = new Trend(epochs);
                double unit = TEN_BPS / StrictMath.sqrt(epochs);
                add("trend_" + epochs + "." + venue, now -> trend.departure(now.value(price)) * unit);
            }
            ReturnHistory history = new ReturnHistory();
            add("volatility." + venue, now -> history.next(now.value(price)).deviation() * TEN_BPS);
            Flow volume = new Flow(144);
            add("volume." + venue, now -> volume.departure(now.value("volume." + venue)));
        }
        shares(observed, venues);
    }

    private static String unit(ObservationSpec observed, String name) {
        return observed.features().get(observed.index(name)).unit();
    }

    /** What each base asset makes of the equity, at the price of the first of its venues. */
    private void shares(ObservationSpec observed, List<String> venues) {
        List<String> held = named(observed, "holding.");
        List<String> bases = new ArrayList<>();
        for (String venue : venues) {
            String unit = unit(observed, "price." + venue);
            String base = unit.substring(unit.indexOf('/') + 1);
            if (!bases.contains(base)) {
                bases.add(base);
                List<String> places =
                        held.stream().filter(each -> each.endsWith("." + base)).toList();
                add("share." + base, now -> share(now, places, "price." + venue));
            }
        }
    }

    private static double share(Observation now, List<String> places, String price) {
        double amount = 0;
        for (String place : places) {
            amount += now.value("holding." + place);
        }
        return ratio(amount * now.value(price), now.value("equity"));
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

        /** @param epochs that the mean reaches back; 1 for the epoch before */
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

        /** @param epochs that the mean reaches back at most */
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
