package catallaxy.scenarios.file.manual;

import catallaxy.agents.training.LearnerKind;

/** A kind of learner as the manual describes it. */
final class LearnerTemplate {
    private static final String TRAINING =
            "# What it wants otherwise than the scenario's `training`; the same keys. [section]\ntraining {}\n";

    private LearnerTemplate() {}

    /**
     * The template.
     *
     * @throws IllegalArgumentException if a component of the settings does not say its key
     */
    static String of(LearnerKind<?> kind, String summary) {
        return SettingsTemplate.of("learner", kind.name(), summary, TRAINING, kind.config());
    }
}
