package catallaxy.environment.market.role;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.List;
import java.util.function.Predicate;

/** Where in an observation the features of a quantity are, for several subjects together. */
record ObservedIndices(List<Integer> all) {
    /** Those of the subjects of one kind, in their order. */
    static ObservedIndices of(ObservationSpec observed, Quantity quantity, Predicate<Subject> which) {
        return new ObservedIndices(observed.of(quantity).stream()
                .filter(feature -> which.test(feature.meaning().subject()))
                .map(feature -> observed.index(feature.meaning()))
                .toList());
    }

    /** The subjects of one kind that a quantity is observed of, in their order. */
    static <S extends Subject> List<S> subjects(ObservationSpec observed, Quantity quantity, Class<S> kind) {
        return observed.of(quantity).stream()
                .map(feature -> feature.meaning().subject())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    double sum(Observation now) {
        double sum = 0;
        for (int feature : all) {
            sum += now.value(feature);
        }
        return sum;
    }

    double mean(Observation now) {
        return sum(now) / all.size();
    }
}
