package catallaxy.agents.model;

import java.util.List;
import java.util.Map;

/**
 * A model beside an agent, which learns from what happens and says what it expects: configuration, learning, prediction with an
 * interval, figures of how well it did, explanation and bytes that outlive a run.
 *
 * <p>What it says is a function of the examples so far and of its settings. Mutable, one owner.
 */
public interface AuxiliaryModel {
    /** What it predicts, and from what. */
    ModelSpec spec();

    /** How it learns. */
    ModelSettings settings();

    /** How many examples it has learned from. */
    long examples();

    /**
     * What it expects.
     *
     * @param group    of which; a new one has no statistics of its own
     * @param features {@code [F]}, finite
     */
    Prediction predict(String group, double... features);

    /** What its naive rule expects. */
    double naive(String group, double... features);

    /** Predicts an example, notes how far off that was, and learns from it. */
    void learn(ModelExample example);

    /**
     * By how many of its deviations the target moves with one deviation of a feature, by its name, in the order of the
     * features; empty before the first fit.
     *
     * @param group whose fit is asked for: that of all where it has none of its own
     */
    Map<String, Double> explanation(String group);

    /** What speaks for a group: what erred least there of late. */
    Voice voice(String group);

    /** How well it did on what it had not seen: all together, then each group, by name; empty before the first fit. */
    List<ModelScore> scores();

    /** An independent model that has learned the same. */
    AuxiliaryModel copy();

    /** All that it has learned; the same examples and settings give the same bytes. */
    byte[] save();
}
