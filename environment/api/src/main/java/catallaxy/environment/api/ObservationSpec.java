package catallaxy.environment.api;

import catallaxy.environment.base.check.NearestWord;
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

    /** Number of features, {@code F}. */
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
        throw new IllegalArgumentException(NearestWord.missing("feature", name, names()));
    }

    /**
     * Position of the feature of this meaning.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(Meaning meaning) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).meaning().equals(meaning)) {
                return i;
            }
        }
        throw new IllegalArgumentException(NearestWord.missing("feature", meaning.name(), names()));
    }

    private List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** The features of a quantity, in their order. */
    public List<Feature> of(Quantity quantity) {
        return features.stream()
                .filter(feature -> feature.meaning().quantity().equals(quantity))
                .toList();
    }
}
