package catallaxy.agents.contract;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Actions drawn uniformly from what is allowed, for each world from a stream of its own. */
final class RandomActions {
    private final List<ActionComponent> components;
    private final List<RandomStream> streams = new ArrayList<>();
    private final float[] actions;

    RandomActions(VectorEnvironment environment, long seed) {
        components = environment.actionSpec().components();
        actions = new float[environment.worlds() * components.size()];
        for (int world = 0; world < environment.worlds(); world++) {
            streams.add(RandomStream.of(seed, "actions/" + world));
        }
    }

    /** The next actions, {@code [N, A]}; overwritten by the next call. */
    float[] next(VectorStep step) {
        for (int world = 0; world < streams.size(); world++) {
            int offset = world * step.maskSize();
            for (int i = 0; i < components.size(); i++) {
                actions[world * components.size() + i] =
                        draw(components.get(i), step.masks(), offset, streams.get(world));
                offset += components.get(i).maskSize();
            }
        }
        return actions;
    }

    private static float draw(ActionComponent component, boolean[] masks, int offset, RandomStream random) {
        return switch (component) {
            case ActionComponent.Continuous c -> (float) (c.low() + (c.high() - c.low()) * random.nextDouble());
            case ActionComponent.Discrete d -> {
                int label = random.nextInt(d.labels().size());
                for (int tries = 0; !masks[offset + label]; tries++) {
                    if (tries == 1_000) {
                        throw new AssertionError("no label of " + d.name() + " is allowed");
                    }
                    label = random.nextInt(d.labels().size());
                }
                yield label;
            }
        };
    }

    /** What is wrong with the actions of all worlds by their bounds and masks, or nothing. */
    static List<String> complaints(VectorEnvironment environment, VectorStep step, float[] actions) {
        List<String> complaints = new ArrayList<>();
        List<ActionComponent> components = environment.actionSpec().components();
        for (int world = 0; world < environment.worlds(); world++) {
            int offset = world * step.maskSize();
            for (int i = 0; i < components.size(); i++) {
                ActionComponent component = components.get(i);
                float value = actions[world * components.size() + i];
                boolean choice = component instanceof ActionComponent.Discrete;
                if (!component.allows(value) || (choice && !step.masks()[offset + (int) value])) {
                    complaints.add("world " + world + ", " + component.name() + ": " + value);
                }
                offset += component.maskSize();
            }
        }
        return complaints;
    }
}
