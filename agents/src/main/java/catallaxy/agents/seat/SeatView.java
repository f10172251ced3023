package catallaxy.agents.seat;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A seat as a learner sees it and acts in it, for one agent in one run: features, masks, and the advisor who sits beside.
 * Each epoch {@link #observe} comes first, then {@link #act} if a decision is wanted. The same in training and in use.
 */
public final class SeatView {
    private final SeatSettings settings;
    private final AgentContext context;
    private final Optional<Agent> own;
    private final SeatFeatures features;
    private final SeatActions actions;
    private final WorkingTrades working;
    private final Optional<Advisor> advisor;
    private final boolean observesAdvice;
    private final ObservationSpec observations;
    private @Nullable Observation now;
    private double[] advice = {};

    /**
     * A view before the first epoch.
     *
     * @param advisor makes the seat's own policy, asked only where the settings need it
     * @throws IllegalArgumentException if the settings do not fit the seat
     */
    public SeatView(SeatSettings settings, AgentContext context, Supplier<Agent> advisor) {
        boolean advised = settings.observeAdvice()
                || settings.actions().residual() > 0
                || SeatActions.leavesSome(settings.actions(), context.actions())
                || settings.limits().kellyCap().isPresent()
                || settings.cloning().rounds() > 0;
        this.settings = settings;
        this.context = context;
        own = advised ? Optional.of(advisor.get()) : Optional.empty();
        this.advisor = own.map(Advisor::new);
        features = SeatFeatures.of(context);
        actions = new SeatActions(settings, context, own);
        working = actions.nothingWorking();
        observesAdvice = settings.observeAdvice();
        List<Feature> all = new ArrayList<>(features.features());
        actions.workingNames().forEach(name -> all.add(Feature.unbounded(name, "1")));
        if (observesAdvice) {
            actions.adviceNames().forEach(name -> all.add(new Feature(name, "1", -1, 1)));
        }
        observations = new ObservationSpec(all);
    }

    /**
     * An independent view of the seat that has seen the same.
     *
     * @throws UnsupportedOperationException if the seat's own policy is asked and does not say how it is copied
     */
    SeatView copy() {
        SeatView copy = new SeatView(settings, context, () -> own.orElseThrow().copy());
        copy.features.take(features);
        copy.working.take(working);
        copy.now = now;
        copy.advice = advice.clone();
        return copy;
    }

    /** What a row of features consists of. */
    public ObservationSpec observationSpec() {
        return observations;
    }

    /** What the learner chooses. */
    public ActionSpec actionSpec() {
        return actions.spec();
    }

    /** Takes the next epoch; writes features and mask of row {@code row}. */
    public void observe(Observation observation, float[] rows, boolean[] masks, int row) {
        now = observation;
        advice = actions.numbers(advisor.map(each -> each.advice(observation)), observation);
        int offset = row * observations.size();
        features.write(observation, rows, offset);
        offset += features.features().size();
        offset = actions.writeWorking(working, rows, offset);
        if (observesAdvice) {
            actions.writeAdvice(advice, rows, offset);
        }
        actions.mask(observation, advice, masks, row * actions.spec().maskSize());
    }

    /** The role's action for row {@code row} of the learner's actions. */
    public Action act(float[] learned, int row) {
        return actions.act(present(), advice, learned, row, working);
    }

    /** The components of the advice of this epoch that are the learner's to choose: what it would do as the advisor does. */
    public float[] advisedActions() {
        return actions.chosenOf(advice);
    }

    private Observation present() {
        if (now == null) {
            throw new IllegalStateException("observe comes before act");
        }
        return now;
    }
}
