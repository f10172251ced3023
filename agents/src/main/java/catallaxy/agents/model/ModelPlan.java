package catallaxy.agents.model;

/**
 * Whether an agent has auxiliary models, and how they learn.
 *
 * @param use      what they are there for
 * @param settings of each of them
 */
public record ModelPlan(ModelUse use, ModelSettings settings) {
    /** No models. */
    public static final ModelPlan NONE = new ModelPlan(ModelUse.OFF, ModelSettings.STANDARD);
}
