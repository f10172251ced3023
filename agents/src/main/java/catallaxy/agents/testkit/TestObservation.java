package catallaxy.agents.testkit;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.Arrays;

/**
 * An observation while a test puts it together, feature by feature. What is not named is 0, or the bound that is nearest to 0; every
 * action has an effect; the account is empty. Changes itself; owned by one test.
 */
public final class TestObservation {
    private final String agent;
    private final ObservationSpec spec;
    private final ActionSpec actions;
    private final double[] values;
    private final boolean[] mask;
    private long epoch;
    private long timeNanos;
    private Account account = Account.NONE;

    private TestObservation(String agent, ObservationSpec spec, ActionSpec actions) {
        this.agent = agent;
        this.spec = spec;
        this.actions = actions;
        values = spec.features().stream()
                .mapToDouble(feature -> Math.clamp(0, feature.low(), feature.high()))
                .toArray();
        mask = new boolean[actions.maskSize()];
        Arrays.fill(mask, true);
    }

    /** What an agent of this context observes. */
    public static TestObservation of(AgentContext context) {
        return of(context.agent(), context.observations(), context.actions());
    }

    /** What an agent of these specs observes. */
    public static TestObservation of(String agent, ObservationSpec spec, ActionSpec actions) {
        return new TestObservation(agent, spec, actions);
    }

    /**
     * Sets the named feature.
     *
     * @throws IllegalArgumentException if there is none, or the value is out of its bounds
     */
    public TestObservation with(String feature, double value) {
        return with(spec.index(feature), value);
    }

    /** Sets the feature of this meaning; throws as the other method does. */
    public TestObservation with(Meaning meaning, double value) {
        return with(spec.index(meaning), value);
    }

    private TestObservation with(int index, double value) {
        Feature feature = spec.features().get(index);
        if (!(feature.low() <= value && value <= feature.high())) {
            throw new IllegalArgumentException("feature " + feature.name() + ": expected " + feature.low() + " to "
                    + feature.high() + " " + feature.unit() + ", found " + value);
        }
        values[index] = value;
        return this;
    }

    /** Says when it is made: number of the agent's epoch, and simulated time, ns. */
    public TestObservation at(long ofEpoch, long nanos) {
        epoch = ofEpoch;
        timeNanos = nanos;
        return this;
    }

    /** Says that the named component of the action has no effect now; throws where there is none. */
    public TestObservation masked(String component) {
        int index = actions.index(component);
        int entry = actions.components().subList(0, index).stream()
                .mapToInt(ActionComponent::maskSize)
                .sum();
        Arrays.fill(mask, entry, entry + actions.components().get(index).maskSize(), false);
        return this;
    }

    /** Says what the agent has, such as a {@link TestAccount}. */
    public TestObservation account(Account of) {
        account = of;
        return this;
    }

    /** The observation; a copy of what has been set so far. */
    public Observation build() {
        return new Observation(agent, epoch, timeNanos, spec, values.clone(), actions, mask.clone(), account);
    }
}
