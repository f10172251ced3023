package catallaxy.evolution.space;

/**
 * When a setting matters.
 *
 * @param parameter whose value decides; stands before the one that depends on it
 * @param text      the value at which the other matters
 */
public record Condition(String parameter, String text) {}
