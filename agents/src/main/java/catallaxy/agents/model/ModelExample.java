package catallaxy.agents.model;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;

/**
 * What was known before something happened, and what then happened.
 *
 * @param group    what it belongs to, such as a venue and a pair: models keep statistics by group
 * @param features {@code [F]} in the order of the model's, finite
 * @param target   in the model's unit, finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record ModelExample(String group, double[] features, double target) {
    public ModelExample {
        Checks.that(Double.isFinite(target), "target", "a finite number", target);
        requireFinite(features);
    }

    /** Refuses features that are not finite. */
    static void requireFinite(double... features) {
        Checks.that(
                Arrays.stream(features).allMatch(Double::isFinite),
                "features",
                "finite numbers",
                Arrays.toString(features));
    }
}
