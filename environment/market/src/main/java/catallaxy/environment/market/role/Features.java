package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;

/** The features of a role's observation while they are being listed. */
final class Features {
    private final List<Feature> features = new ArrayList<>();

    Features any(String name, String unit) {
        features.add(Feature.unbounded(name, unit));
        return this;
    }

    Features nonNegative(String name, String unit) {
        features.add(Feature.nonNegative(name, unit));
        return this;
    }

    Features bounded(String name, String unit, double low, double high) {
        features.add(new Feature(name, unit, low, high));
        return this;
    }

    ObservationSpec spec() {
        return new ObservationSpec(features);
    }
}
