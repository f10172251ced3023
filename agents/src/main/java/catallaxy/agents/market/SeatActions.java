package catallaxy.agents.market;

import catallaxy.agents.AgentContext;
import catallaxy.environment.market.learning.Action;
import catallaxy.environment.market.learning.ActionComponent;
import catallaxy.environment.market.learning.ActionComponent.Continuous;
import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.Observation;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a learner may do in a seat, and what that means in the role's own action. Immutable.
 *
 * <pre>
 *   x      the learner's number, or low + level · (high − low) of the level it chose
 *   action = x                        without residual, in the component's own range
 *          = clip(advice + x)         with residual ρ: |x| ≤ ρ (high − low) / 2; 0 within the dead band
 *          = advice                   where the component is not the learner's
 *          = neutral                  where a limit forbids it
 * </pre>
 */
final class SeatActions {
    private final SeatSettings.Actions settings;
    private final SeatSettings.Limits limits;
    private final RoleSpec role;
    private final List<Continuous> components;
    /** {@code [A]}: the role's components that the learner chooses. */
    private final int[] learned;

    private final List<Continuous> ranges;
    private final ActionSpec spec;

    /** @throws IllegalArgumentException if a component does not exist */
    SeatActions(SeatSettings settings, AgentContext context) {
        this.settings = settings.actions();
        this.limits = settings.limits();
        role = context.seat().role();
        components = context.actions().components().stream()
                .map(SeatActions::quantity)
                .toList();
        learned = learned(context.actions(), this.settings.components());
        ranges = IntStream.of(learned).mapToObj(i -> range(components.get(i))).toList();
        spec = new ActionSpec(ranges.stream().map(this::choice).toList());
    }

    private static Continuous quantity(ActionComponent component) {
        if (component instanceof Continuous quantity) {
            return quantity;
        }
        throw new IllegalArgumentException("action component " + component.name() + ": expected a quantity");
    }

    private static int[] learned(ActionSpec actions, List<String> names) {
        return names.isEmpty()
                ? IntStream.range(0, actions.size()).toArray()
                : names.stream().mapToInt(actions::index).sorted().toArray();
    }

    private Continuous range(Continuous of) {
        double most = settings.residual() * (of.high() - of.low()) / 2;
        return settings.residual() > 0 ? new Continuous("residual." + of.name(), of.unit(), -most, most, 0) : of;
    }

    private ActionComponent choice(Continuous range) {
        if (settings.levels().isEmpty()) {
            return range;
        }
        List<String> labels = settings.levels().stream().map(String::valueOf).toList();
        return new ActionComponent.Discrete(range.name(), labels, nearestLevel(range));
    }

    private int nearestLevel(Continuous range) {
        int nearest = 0;
        for (int i = 1; i < settings.levels().size(); i++) {
            if (Math.abs(at(range, i) - range.neutral()) < Math.abs(at(range, nearest) - range.neutral())) {
                nearest = i;
            }
        }
        return nearest;
    }

    private double at(Continuous range, int level) {
        return range.low() + settings.levels().get(level) * (range.high() - range.low());
    }

    ActionSpec spec() {
        return spec;
    }

    /** What the advice is worth as a share of each range, centred at 0: features in [−1, 1]. */
    void writeAdvice(double[] advice, float[] out, int offset) {
        for (int i = 0; i < learned.length; i++) {
            Continuous component = components.get(learned[i]);
            double share = (advice[learned[i]] - component.low()) / (component.high() - component.low());
            out[offset + i] = (float) (2 * share - 1);
        }
    }

    /** The learner's own components of an action of the role. */
    float[] chosenOf(double[] values) {
        float[] chosen = new float[learned.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (float) values[learned[i]];
        }
        return chosen;
    }

    List<String> adviceNames() {
        return IntStream.of(learned)
                .mapToObj(i -> "advice." + components.get(i).name())
                .toList();
    }

    /**
     * The base as numbers: the advisor's action; where it holds, or what stands is the base, the feature of the component's name, which asks for what there is, or
     * the neutral value.
     */
    double[] numbers(Optional<Action> advice, Observation now) {
        boolean advised = settings.base() == SeatSettings.Base.ADVICE;
        Action asked = advised ? advice.orElse(Action.HOLD) : Action.HOLD;
        double[] values = new double[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = asked instanceof Action.Vector vector ? vector.value(i) : standing(i, now);
        }
        return values;
    }

    private double standing(int component, Observation now) {
        Continuous of = components.get(component);
        boolean observed = now.spec().features().stream()
                .anyMatch(feature -> feature.name().equals(of.name()));
        return observed ? Math.clamp(now.value(of.name()), of.low(), of.high()) : of.neutral();
    }

    /** Writes the learner's mask: one entry a quantity, one a level. */
    void mask(Observation now, double[] advice, boolean[] out, int offset) {
        int at = offset;
        for (int i = 0; i < learned.length; i++) {
            boolean allowed = now.mask()[learned[i]] && !forbids(learned[i], now);
            if (settings.levels().isEmpty()) {
                out[at++] = allowed;
            } else {
                for (int level = 0; level < settings.levels().size(); level++) {
                    double value = advised(i, advice, at(ranges.get(i), level));
                    boolean largest = level == settings.levels().size() - 1;
                    out[at++] = largest || (allowed && value >= floor(learned[i], now));
                }
            }
        }
    }

    /** The role's action for row {@code row} of the learner's {@code actions [N, A]}. */
    Action act(Observation now, double[] advice, float[] actions, int row) {
        double[] values = advice.clone();
        for (int i = 0; i < learned.length; i++) {
            float chosen = actions[row * learned.length + i];
            double x = settings.levels().isEmpty() ? chosen : at(ranges.get(i), (int) chosen);
            values[learned[i]] = Math.max(advised(i, advice, x), floor(learned[i], now));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = forbids(i, now) ? components.get(i).neutral() : values[i];
        }
        return Action.of(values);
    }

    private double advised(int i, double[] advice, double x) {
        Continuous component = components.get(learned[i]);
        if (settings.residual() == 0) {
            return Math.clamp(x, component.low(), component.high());
        }
        boolean none = Math.abs(x) <= settings.deadBand() * ranges.get(i).high();
        return Math.clamp(advice[learned[i]] + (none ? 0 : x), component.low(), component.high());
    }

    /** Whether the market maker has so much inventory that this side would add to it. */
    private boolean forbids(int component, Observation now) {
        if (!(role instanceof RoleSpec.MarketMaker maker) || limits.inventoryShare() >= 1) {
            return false;
        }
        double limit = limits.inventoryShare() * maker.maxInventory();
        double inventory = now.value("inventory");
        return components.get(component).name().startsWith("bid") ? inventory >= limit : inventory <= -limit;
    }

    /** The smallest value that a risk manager may choose now. */
    private double floor(int component, Observation now) {
        Continuous of = components.get(component);
        if (!(role instanceof RoleSpec.Risk) || limits.minScale() == 0) {
            return of.low();
        }
        String agent = of.name().substring("scale.".length());
        return now.value("drawdown." + agent) >= limits.haltDrawdown() ? of.low() : limits.minScale();
    }
}
