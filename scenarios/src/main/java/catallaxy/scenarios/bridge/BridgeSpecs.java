package catallaxy.scenarios.bridge;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observations and actions as JSON; a bound that is not finite is null. */
final class BridgeSpecs {
    private BridgeSpecs() {}

    static List<Map<String, @Nullable Object>> features(ObservationSpec spec) {
        return spec.features().stream().map(BridgeSpecs::json).toList();
    }

    private static Map<String, @Nullable Object> json(Feature feature) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", feature.name());
        json.put("unit", feature.unit());
        json.put("low", finite(feature.low()));
        json.put("high", finite(feature.high()));
        return json;
    }

    private static @Nullable Double finite(double bound) {
        return Double.isFinite(bound) ? bound : null;
    }

    static List<Map<String, @Nullable Object>> components(ActionSpec spec) {
        return spec.components().stream().map(BridgeSpecs::json).toList();
    }

    private static Map<String, @Nullable Object> json(ActionComponent component) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", component.name());
        json.put("neutral", component.neutral());
        switch (component) {
            case ActionComponent.Continuous quantity -> {
                json.put("unit", quantity.unit());
                json.put("low", quantity.low());
                json.put("high", quantity.high());
            }
            case ActionComponent.Discrete choice -> json.put("labels", choice.labels());
        }
        return json;
    }
}
