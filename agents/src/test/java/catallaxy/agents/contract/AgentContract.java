package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What every agent promises, over decisions about features that wander. */
public final class AgentContract extends Contract<AgentContract.Subject> {
    /** Made anew, it decides the same. */
    public static final String SAME = "made anew, it decides the same over the whole horizon";

    /** Two of a kind do not know of each other. */
    public static final String ALONE = "another of its kind, at work beside it, changes nothing";

    /** What it asks for can be had. */
    public static final String ALLOWED = "its actions are allowed";

    /** It looks and leaves. */
    public static final String INPUTS = "observations are only read";

    private static final int EPOCHS = 400;
    private static final long SECOND = 1_000_000_000L;

    /**
     * An agent and its seat.
     *
     * @param maker        makes it anew, with nothing remembered
     * @param observations what it sees
     * @param actions      what it may ask for
     * @param start        where each feature begins to wander
     */
    public record Subject(
            Supplier<Agent> maker, ObservationSpec observations, ActionSpec actions, ToDoubleFunction<String> start) {}

    /** Its promises. */
    public AgentContract() {
        promise(
                SAME,
                subject -> assertThat(decisions(subject, subject.maker().get()))
                        .isEqualTo(decisions(subject, subject.maker().get())));
        promise(ALONE, AgentContract::standsAlone);
        promise(ALLOWED, AgentContract::keepsToWhatIsAllowed);
        promise(INPUTS, AgentContract::onlyReads);
    }

    /** Features that wander, each by one per cent an epoch. */
    private static List<Observation> course(Subject subject, long seed) {
        RandomStream random = RandomStream.of(seed, "contract");
        double[] values = subject.observations().features().stream()
                .mapToDouble(feature -> subject.start().applyAsDouble(feature.name()))
                .toArray();
        boolean[] mask = new boolean[subject.actions().maskSize()];
        Arrays.fill(mask, true);
        List<Observation> course = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Arrays.setAll(values, i -> values[i] * Math.exp(0.01 * random.nextGaussian()));
            course.add(new Observation(
                    "agent", epoch, epoch * SECOND, subject.observations(), values.clone(), subject.actions(), mask));
        }
        return course;
    }

    private static List<Action> decisions(Subject subject, Agent agent) {
        return course(subject, 1).stream().map(agent::decide).toList();
    }

    /** Whether the agent asks for different things on its way, so that the promises say something. */
    public static boolean varies(Subject subject) {
        return decisions(subject, subject.maker().get()).stream().distinct().count() > 1;
    }

    private static void standsAlone(Subject subject) {
        Agent agent = subject.maker().get();
        Agent other = subject.maker().get();
        List<Observation> elsewhere = course(subject, 2);
        List<Action> beside = new ArrayList<>();
        for (Observation each : course(subject, 1)) {
            other.decide(elsewhere.get((int) each.epoch()));
            beside.add(agent.decide(each));
        }
        assertThat(beside).isEqualTo(decisions(subject, subject.maker().get()));
    }

    private static void keepsToWhatIsAllowed(Subject subject) {
        for (Action action : decisions(subject, subject.maker().get())) {
            if (action instanceof Action.Vector(double[] values)) {
                assertThat(subject.actions().complaint(values)).isEqualTo(Optional.empty());
            }
        }
    }

    private static void onlyReads(Subject subject) {
        Agent agent = subject.maker().get();
        for (Observation each : course(subject, 1)) {
            double[] values = each.values().clone();
            boolean[] mask = each.mask().clone();
            agent.decide(each);
            assertThat(each.values()).isEqualTo(values);
            assertThat(each.mask()).isEqualTo(mask);
        }
    }
}
