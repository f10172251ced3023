package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.SteppedWorlds;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.problem.Referee;
import catallaxy.scenarios.UserError;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Many worlds of a problem, or of a seat: {@link SteppedWorlds} whose steps lie in shared memory. */
final class BridgedWorlds implements Bridged {
    /** The commands. */
    private static final long STEP = 0;

    private static final long RESET = 1;

    private final SteppedWorlds environment;
    private final Optional<Referee> referee;
    private final SharedLayout layout;
    private final VectorStep step;
    private final float[] actions;
    private boolean begun;
    private MemorySegment command = MemorySegment.NULL;
    private MemorySegment seed = MemorySegment.NULL;
    private MemorySegment actionRows = MemorySegment.NULL;
    private MemorySegment observations = MemorySegment.NULL;
    private MemorySegment last = MemorySegment.NULL;
    private MemorySegment masks = MemorySegment.NULL;
    private MemorySegment rewards = MemorySegment.NULL;
    private MemorySegment ends = MemorySegment.NULL;
    private MemorySegment ended = MemorySegment.NULL;

    /** @param referee knows the answer, where there is one */
    BridgedWorlds(SteppedWorlds environment, Optional<Referee> referee) {
        this.environment = environment;
        this.referee = referee;
        step = VectorStep.of(environment);
        actions = new float[environment.worlds() * environment.actionSpec().size()];
        layout = layout(
                environment.worlds(),
                step.features(),
                step.maskSize(),
                environment.actionSpec().size());
    }

    /** In {@code ends}, 1 stands for terminated and 2 for truncated. */
    private static SharedLayout layout(int worlds, int features, int maskSize, int components) {
        return SharedLayout.ofTurns()
                .with("actions", SharedLayout.Type.FLOAT32, worlds, components)
                .with("ended", SharedLayout.Type.INT64, 1)
                .with("observations", SharedLayout.Type.FLOAT32, worlds, features)
                .with("rewards", SharedLayout.Type.FLOAT64, worlds)
                .with("ends", SharedLayout.Type.UINT8, worlds)
                .with("masks", SharedLayout.Type.UINT8, worlds, maskSize)
                .with("final", SharedLayout.Type.FLOAT32, worlds, features);
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("worlds", environment.worlds());
        description.put("features", BridgeSpecs.features(environment.observationSpec()));
        description.put("components", BridgeSpecs.components(environment.actionSpec()));
        return description;
    }

    @Override
    public SharedLayout layout() {
        return layout;
    }

    @Override
    public void attach(SharedBlock block, Turns turns) {
        command = block.array("command");
        seed = block.array("seed");
        actionRows = block.array("actions");
        observations = block.array("observations");
        last = block.array("final");
        masks = block.array("masks");
        rewards = block.array("rewards");
        ends = block.array("ends");
        ended = block.array("ended");
    }

    @Override
    public void turn() {
        long asked = command.get(SharedBlock.LONG, 0);
        if (asked == RESET) {
            environment.reset(seed.get(SharedBlock.LONG, 0), step);
            begun = true;
            ended.set(SharedBlock.LONG, 0, 0);
        } else if (asked == STEP && begun) {
            SharedBlock.read(actionRows, actions);
            environment.step(actions, step);
            answer();
        } else {
            throw UserError.usage("bridge: reset comes first");
        }
        SharedBlock.write(step.observations(), observations);
        SharedBlock.write(step.masks(), masks, 0);
    }

    private void answer() {
        SharedBlock.write(step.rewards(), rewards, 0);
        int count = 0;
        for (int i = 0; i < step.worlds(); i++) {
            int end = step.terminated()[i] ? 1 : step.truncated()[i] ? 2 : 0;
            ends.set(ValueLayout.JAVA_BYTE, i, (byte) end);
            count += end == 0 ? 0 : 1;
        }
        ended.set(SharedBlock.LONG, 0, count);
        if (count > 0) {
            SharedBlock.write(step.next(), last);
        }
    }

    @Override
    public Map<String, Object> answer(String question, Map<String, ?> details) {
        if (!question.equals("optimum")) {
            throw Bridged.unknown(question);
        }
        Referee knows = referee.orElseThrow(() -> UserError.usage("a seat of a market has no known optimum"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", knows.name());
        answer.put("optimum", knows.optimum());
        return answer;
    }
}
