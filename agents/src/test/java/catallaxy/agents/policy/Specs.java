package catallaxy.agents.policy;

import catallaxy.agents.testkit.Named;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Specs and observations with the names that the roles use. */
final class Specs {
    private static final List<String> LEG = List.of("price", "fee", "reserve_base", "reserve_quote");

    private Specs() {}

    static ObservationSpec features(String... names) {
        return new ObservationSpec(Stream.of(names).map(Named::feature).toList());
    }

    static ObservationSpec features(List<String> names) {
        return features(names.toArray(String[]::new));
    }

    static ActionSpec quantities(double low, double high, String... names) {
        return new ActionSpec(Stream.of(names)
                .<ActionComponent>map(name -> Named.quantity(name, low, high))
                .toList());
    }

    static ActionSpec marketMaker(double maxOffsetBps) {
        List<ActionComponent> all =
                new ArrayList<>(quantities(-maxOffsetBps, maxOffsetBps, "bid_offset_bps", "ask_offset_bps")
                        .components());
        all.addAll(quantities(0, 1, "bid_size", "ask_size").components());
        return new ActionSpec(all);
    }

    static ObservationSpec marketMakerFeatures() {
        return features(
                "time_remaining",
                "mid",
                "best_bid",
                "best_ask",
                "spread_bps",
                "inventory",
                "cash",
                "volatility",
                "imbalance",
                "reference_price",
                "risk_scale",
                "equity");
    }

    /** Features of an arbitrageur with one route. */
    static ObservationSpec arbitrageFeatures(String route) {
        List<String> names = new ArrayList<>(List.of("time_remaining", "equity", "risk_scale"));
        for (String leg : List.of(route + ".a.", route + ".b.")) {
            LEG.forEach(name -> names.add(leg + name));
            for (String side : List.of("bid_", "bid_size_", "ask_", "ask_size_")) {
                for (int level = 1; level <= 5; level++) {
                    names.add(leg + side + level);
                }
            }
            List.of("gas_cost", "base_available", "quote_available").forEach(name -> names.add(leg + name));
        }
        names.add(route + ".pending");
        return features(names);
    }

    /** Features of a liquidity provider of these pools. */
    static ObservationSpec providerFeatures(String... pools) {
        List<String> names = new ArrayList<>(List.of("time_remaining", "equity", "risk_scale"));
        for (String pool : pools) {
            List.of("depth", "provided", "position", "deposit_gas", "loss_rate", "fee_yield")
                    .forEach(name -> names.add(name + "." + pool));
        }
        return features(names);
    }

    /** An observation with the given features; the others are 0. */
    static Observation observation(ObservationSpec spec, ActionSpec actions, Map<String, Double> values) {
        double[] all = new double[spec.size()];
        values.forEach((name, value) -> all[spec.index(name)] = value);
        return observation(spec, actions, 0, all);
    }

    static Observation observation(ObservationSpec spec, ActionSpec actions, long timeNanos, double[] values) {
        boolean[] mask = new boolean[actions.maskSize()];
        Arrays.fill(mask, true);
        return new Observation("mine", 0, timeNanos, spec, values, actions, mask);
    }

    static double[] values(Action action) {
        return ((Action.Vector) action).values();
    }
}
