package catallaxy.agents.model;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * What a model predicts, from what, and the rule it has to beat.
 *
 * @param name     lower-case words joined by hyphens
 * @param unit     of the target
 * @param features names, in the order of an example's features
 * @param naive    the rule to beat
 */
public record ModelSpec(String name, String unit, List<String> features, NaiveRule naive) {
    public ModelSpec {
        features = Checks.elements("features", "a name", features);
        Checks.that(!features.isEmpty(), "features", "at least 1", features.size());
    }

    void requireFits(double... found) {
        Checks.that(found.length == features.size(), "features", features.size() + " numbers", found.length);
    }
}
