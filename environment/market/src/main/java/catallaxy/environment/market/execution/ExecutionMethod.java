package catallaxy.environment.market.execution;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;
import java.util.List;

/** How a trade is executed: on which layer, and with whose money. */
public enum ExecutionMethod {
    BASE("base"),
    LAYER_2("l2"),
    FLASH("flash"),
    LAYER_2_FLASH("l2+flash");

    private final String word;

    ExecutionMethod(String word) {
        this.word = word;
    }

    /** As scenarios name it. */
    public String word() {
        return word;
    }

    /** Its position among all methods. */
    public int index() {
        return List.of(values()).indexOf(this);
    }

    /** All words, in their order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ExecutionMethod::word).toList();
    }

    /**
     * The method of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ExecutionMethod named(String word) {
        Checks.that(words().contains(word), "methods", "words of " + String.join(", ", words()), word);
        return values()[words().indexOf(word)];
    }

    /** What executing on such a chain with such money is. */
    static ExecutionMethod of(boolean rollup, boolean borrowed) {
        if (rollup) {
            return borrowed ? LAYER_2_FLASH : LAYER_2;
        }
        return borrowed ? FLASH : BASE;
    }
}
