package catallaxy.scenarios.bridge;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ParallelEnvironment;
import catallaxy.environment.market.role.SeatSpec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The seats of a market in shared memory, one behind the other in the scenario's order: what each sees, gets and does. */
final class BridgedSeats {
    private static final byte HOLD = 0;

    /** Where the numbers of a seat begin in the arrays of all. */
    private record Place(int index, int feature, int entry, int term, int component, int components) {}

    private final ParallelEnvironment environment;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final int features;
    private final int entries;
    private final int terms;
    private final int components;
    private final List<MemorySegment> flags = new ArrayList<>();
    private MemorySegment observations = MemorySegment.NULL;
    private MemorySegment masks = MemorySegment.NULL;
    private MemorySegment rewards = MemorySegment.NULL;
    private MemorySegment rewardTerms = MemorySegment.NULL;
    private MemorySegment epochs = MemorySegment.NULL;
    private MemorySegment due = MemorySegment.NULL;
    private MemorySegment terminated = MemorySegment.NULL;
    private MemorySegment truncated = MemorySegment.NULL;
    private MemorySegment actions = MemorySegment.NULL;
    private MemorySegment given = MemorySegment.NULL;
    private MemorySegment timeNanos = MemorySegment.NULL;
    private MemorySegment finished = MemorySegment.NULL;

    /** All seats of an environment. */
    BridgedSeats(ParallelEnvironment environment) {
        this.environment = environment;
        int feature = 0;
        int entry = 0;
        int term = 0;
        int component = 0;
        for (String agent : environment.agents()) {
            int size = environment.actionSpec(agent).size();
            places.put(agent, new Place(places.size(), feature, entry, term, component, size));
            feature += environment.observationSpec(agent).size();
            entry += environment.actionSpec(agent).maskSize();
            term += environment.rewardTerms(agent).size();
            component += size;
        }
        features = feature;
        entries = entry;
        terms = term;
        components = component;
    }

    /** What a seat's numbers mean, and whether Python decides there. */
    Map<String, Object> description(SeatSpec seat, boolean python) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", seat.id());
        description.put("python", python);
        description.put("role", seat.role().role());
        description.put("cadenceSeconds", seat.cadenceNanos() / 1e9);
        description.put("features", BridgeSpecs.features(environment.observationSpec(seat.id())));
        description.put("components", BridgeSpecs.components(environment.actionSpec(seat.id())));
        description.put("maskSize", environment.actionSpec(seat.id()).maskSize());
        description.put("rewardTerms", environment.rewardTerms(seat.id()));
        return description;
    }

    /** A block with room for them. */
    SharedLayout layout() {
        int agents = places.size();
        return SharedLayout.ofTurns()
                .with("actions", SharedLayout.Type.FLOAT64, components)
                .with("given", SharedLayout.Type.UINT8, agents)
                .with("observations", SharedLayout.Type.FLOAT64, features)
                .with("masks", SharedLayout.Type.UINT8, entries)
                .with("rewards", SharedLayout.Type.FLOAT64, agents)
                .with("terms", SharedLayout.Type.FLOAT64, terms)
                .with("epochs", SharedLayout.Type.INT64, agents)
                .with("due", SharedLayout.Type.UINT8, agents)
                .with("terminated", SharedLayout.Type.UINT8, agents)
                .with("truncated", SharedLayout.Type.UINT8, agents)
                .with("timeNanos", SharedLayout.Type.INT64, 1)
                .with("finished", SharedLayout.Type.INT64, 1);
    }

    /** Takes the block that {@link #layout} asked for. */
    void attach(SharedBlock block) {
        actions = block.array("actions");
        given = block.array("given");
        observations = block.array("observations");
        masks = block.array("masks");
        rewards = block.array("rewards");
        rewardTerms = block.array("terms");
        epochs = block.array("epochs");
        due = block.array("due");
        terminated = block.array("terminated");
        truncated = block.array("truncated");
        timeNanos = block.array("timeNanos");
        finished = block.array("finished");
        flags.addAll(List.of(due, terminated, truncated));
    }

    /** Forgets what every seat saw. */
    void clear() {
        flags.forEach(each -> each.fill((byte) 0));
        observations.fill((byte) 0);
        masks.fill((byte) 0);
        rewards.fill((byte) 0);
        rewardTerms.fill((byte) 0);
        epochs.fill((byte) 0);
    }

    /** Writes what the agents that are due received; of the others what they saw last remains. */
    void show(List<AgentStep> steps) {
        due.fill((byte) 0);
        for (AgentStep step : steps) {
            Place place = place(step.agent());
            show(step.observation());
            SharedBlock.write(step.terms(), rewardTerms, place.term);
            rewards.setAtIndex(SharedBlock.DOUBLE, place.index, step.reward());
            SharedBlock.write(step.terminated(), terminated, place.index);
            SharedBlock.write(step.truncated(), truncated, place.index);
        }
    }

    /** Writes what one agent sees, which alone is asked now. */
    void ask(Observation observation) {
        due.fill((byte) 0);
        show(observation);
    }

    private void show(Observation observation) {
        Place place = place(observation.agent());
        SharedBlock.write(observation.values(), observations, place.feature);
        SharedBlock.write(observation.mask(), masks, place.entry);
        epochs.setAtIndex(SharedBlock.LONG, place.index, observation.epoch());
        SharedBlock.write(true, due, place.index);
        timeNanos.set(SharedBlock.LONG, 0, observation.timeNanos());
    }

    /** Writes whether the run is over. */
    void showEnd(boolean over) {
        finished.set(SharedBlock.LONG, 0, over ? 1 : 0);
    }

    /** What Python decided for an agent; after that it holds until it decides anew. */
    Action action(String agent) {
        Place place = place(agent);
        byte kind = given.get(ValueLayout.JAVA_BYTE, place.index);
        given.set(ValueLayout.JAVA_BYTE, place.index, HOLD);
        if (kind == HOLD) {
            return Action.HOLD;
        }
        double[] values = new double[place.components];
        for (int i = 0; i < values.length; i++) {
            values[i] = actions.getAtIndex(SharedBlock.DOUBLE, place.component + i);
        }
        return Action.of(values);
    }

    private Place place(String agent) {
        return Objects.requireNonNull(places.get(agent), agent);
    }
}
