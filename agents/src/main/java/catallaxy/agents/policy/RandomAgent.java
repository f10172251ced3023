package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;

/**
 * The agent that draws each component of its action uniformly from what is allowed: the baseline below which nothing has
 * been learnt. A masked quantity stays neutral; a choice is drawn among the labels that are not masked.
 */
public final class RandomAgent implements Agent {
    /** No settings. */
    public record Config() implements PolicySpec {
        @Override
        public String policy() {
            return "random";
        }

        @Override
        public Class<?> seat() {
            return RoleSpec.class;
        }
    }

    private final RandomStream random;

    /**
     * An agent that draws its actions.
     *
     * @param random the agent's own stream; owned from now on
     */
    public RandomAgent(RandomStream random) {
        this.random = random;
    }

    @Override
    public Action decide(Observation observation) {
        List<ActionComponent> components = observation.actions().components();
        double[] values = new double[components.size()];
        int offset = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = draw(components.get(i), observation.mask(), offset);
            offset += components.get(i).maskSize();
        }
        return Action.of(values);
    }

    @Override
    public RandomAgent copy() {
        return new RandomAgent(random.copy());
    }

    private double draw(ActionComponent component, boolean[] mask, int offset) {
        return switch (component) {
            case ActionComponent.Continuous quantity ->
                mask[offset]
                        ? quantity.low() + random.nextDouble() * (quantity.high() - quantity.low())
                        : quantity.neutral();
            case ActionComponent.Discrete choice -> drawLabel(choice, mask, offset);
        };
    }

    private double drawLabel(ActionComponent.Discrete choice, boolean[] mask, int offset) {
        int allowed = 0;
        for (int label = 0; label < choice.maskSize(); label++) {
            allowed += mask[offset + label] ? 1 : 0;
        }
        if (allowed == 0) {
            return choice.neutral();
        }
        int nth = random.nextInt(allowed);
        int label = 0;
        while (!mask[offset + label] || nth-- > 0) {
            label++;
        }
        return label;
    }
}
