package catallaxy.agents.training;

/**
 * A key of a learner's settings in the manual. Its type is that of the component of the settings' record that it fills, which has
 * its name in lower case with hyphens.
 *
 * @param name    in the spelling of scenario files
 * @param initial what it is where the scenario does not say, as written there
 * @param range   what it may be, in words such as {@code 0 to 1}; empty where there is nothing to say. The record's constructor
 *                checks it
 * @param meaning what it means, with its unit
 */
public record LearnerKey(String name, String initial, String range, String meaning) {
    /** A key with nothing to say of what it may be. */
    public LearnerKey(String name, String initial, String meaning) {
        this(name, initial, "", meaning);
    }
}
