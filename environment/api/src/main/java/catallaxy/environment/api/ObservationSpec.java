package catallaxy.environment.api;

import java.util.List;

/** The features of an observation in their order; an observation is a vector {@code [F]} of {@code double}. */
public record ObservationSpec(List<Feature> features) {
    public ObservationSpec {
        features = List.copyOf(features);
        long distinct = features.stream().map(Feature::name).distinct().count();
        if (distinct != features.size()) {
            throw new IllegalArgumentException("feature names must differ: "
                    + features.stream().map(Feature::name).toList());
        }
    }

    public int size() {
        return features.size();
    }

    /**
     * Position of the named feature.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(String name) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no feature '" + name + "' among "
                + features.stream().map(Feature::name).toList());
    }
}
