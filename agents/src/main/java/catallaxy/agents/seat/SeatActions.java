package catallaxy.agents.seat;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionComponent.Continuous;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a learner may do in a seat, and what that means in the role's own action. Immutable.
 *
 * <pre>
 *   x      the learner's number, or that of the level it chose
 *   action = x                        without residual, in the component's own range
 *          = clip(base + x)           with residual ρ: |x| ≤ ρ (high − low) / 2; 0 within the dead band
 *          = base                     where the component is not the learner's
 *          clipped to what the limits allow now
 * </pre>
 */
final class SeatActions {
    private final SeatSettings.Actions settings;
    private final SeatLimits limits;
    /** Whether a decision may take several epochs. */
    private final boolean works;

    private final List<Continuous> components;
    /** {@code [A]}: the role's components that the learner chooses. */
    private final int[] learned;

    private final List<Continuous> ranges;
    /** {@code [A]}: among what it chooses for each of them; none for any number. */
    private final List<List<LevelChoice>> choices;

    private final ActionSpec spec;

    /**
     * The actions of a seat.
     *
     * @param advisor the seat's own policy, where it is asked
     * @throws IllegalArgumentException if a component does not exist, or settings do not fit the role
     */
    SeatActions(SeatSettings settings, AgentContext context, Optional<Agent> advisor) {
        this.settings = settings.actions();
        RoleSpec role = context.seat().role();
        works = !this.settings.frames().equals(List.of(1));
        components = context.actions().components().stream()
                .map(SeatActions::quantity)
                .toList();
        if (works && !components.stream().allMatch(SeatActions::isTradeAtVenue)) {
            throw new InvalidValueException("frames", "in the seat of a trader", role.role());
        }
        limits = new SeatLimits(settings.limits(), role, components, advisor);
        learned = learned(context.actions(), this.settings.components());
        ranges = IntStream.of(learned).mapToObj(i -> range(components.get(i))).toList();
        choices = ranges.stream()
                .map(range -> LevelChoice.all(range, this.settings.levels(), this.settings.frames()))
                .toList();
        if (works && !choices.stream().allMatch(LevelChoice::canWait)) {
            throw new InvalidValueException(
                    "levels", "one that trades nothing, such as 0.5, where there are frames", this.settings.levels());
        }
        spec = new ActionSpec(IntStream.range(0, learned.length)
                .mapToObj(i -> LevelChoice.component(ranges.get(i), choices.get(i)))
                .toList());
    }

    private static boolean isTradeAtVenue(Continuous component) {
        Meaning meaning = component.meaning();
        return meaning.quantity().equals(Quantity.TRADE) && meaning.subject() instanceof Subject.Venue;
    }

    /** Whether some of the role's components stay the advisor's. */
    static boolean leavesSome(SeatSettings.Actions settings, ActionSpec actions) {
        return !settings.components().isEmpty() && learned(actions, settings.components()).length < actions.size();
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

    /** Names of the features that say what is still to be traded; none where every decision is for one epoch. */
    List<String> workingNames() {
        return works
                ? IntStream.of(learned)
                        .mapToObj(i -> "working." + components.get(i).name())
                        .toList()
                : List.of();
    }

    /** Nothing to be traded. */
    WorkingTrades nothingWorking() {
        return new WorkingTrades(learned.length);
    }

    /** Writes what is still to be traded of each component as a share of its largest trade; returns where it ends. */
    int writeWorking(WorkingTrades working, float[] out, int offset) {
        for (int i = 0; works && i < learned.length; i++) {
            out[offset + i] =
                    (float) (working.left(i) / components.get(learned[i]).high());
        }
        return works ? offset + learned.length : offset;
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

    /** Writes the learner's mask: one entry a quantity, one a choice. */
    void mask(Observation now, double[] advice, boolean[] out, int offset) {
        int at = offset;
        for (int i = 0; i < learned.length; i++) {
            SeatLimits.Range range = limits.range(learned[i], now);
            boolean allowed = now.mask()[learned[i]];
            if (choices.get(i).isEmpty()) {
                out[at++] = allowed && range.low() < range.high();
            } else {
                at = maskChoices(i, advice, allowed, range, out, at);
            }
        }
    }

    /** The choices whose values lie within the limits; where there are none, the one whose value lies nearest. */
    private int maskChoices(
            int i, double[] advice, boolean allowed, SeatLimits.Range range, boolean[] out, int offset) {
        List<LevelChoice> all = choices.get(i);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < all.size(); c++) {
            double value = decided(i, advice, all.get(c).value());
            double beyond = Math.max(0, Math.max(range.low() - value, value - range.high()));
            out[offset + c] = allowed && beyond == 0;
            nearest = beyond < least ? c : nearest;
            least = Math.min(least, beyond);
        }
        boolean none = !allowed || least > 0;
        out[offset + (allowed ? nearest : LevelChoice.neutral(ranges.get(i), all))] |= none;
        return offset + all.size();
    }

    /**
     * The role's action for row {@code row} of the learner's {@code actions [N, A]}.
     *
     * @param working what is still to be traded of earlier decisions; taken on by one epoch
     */
    Action act(Observation now, double[] advice, float[] actions, int row, WorkingTrades working) {
        double[] values = advice.clone();
        for (int i = 0; i < learned.length; i++) {
            float chosen = actions[row * learned.length + i];
            values[learned[i]] = choices.get(i).isEmpty()
                    ? decided(i, advice, chosen)
                    : worked(i, now, advice, choices.get(i).get((int) chosen), working);
        }
        for (int i = 0; i < values.length; i++) {
            SeatLimits.Range range = limits.range(i, now);
            values[i] = Math.clamp(values[i], range.low(), range.high());
        }
        return Action.of(values);
    }

    /** While the role takes no action, what is being worked waits. */
    private double worked(int i, Observation now, double[] advice, LevelChoice choice, WorkingTrades working) {
        double value = decided(i, advice, choice.value());
        return now.mask()[learned[i]]
                ? working.next(i, value, choice.frame())
                : components.get(learned[i]).neutral();
    }

    private double decided(int i, double[] advice, double x) {
        Continuous component = components.get(learned[i]);
        if (settings.residual() == 0) {
            return Math.clamp(x, component.low(), component.high());
        }
        boolean none = Math.abs(x) <= settings.deadBand() * ranges.get(i).high();
        return Math.clamp(advice[learned[i]] + (none ? 0 : x), component.low(), component.high());
    }
}
