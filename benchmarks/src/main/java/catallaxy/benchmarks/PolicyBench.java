package catallaxy.benchmarks;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The policy of solved/cart-pole at work: one call of its network for a batch of observations, one thread. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBench {
    /** Observations in a batch. */
    @Param({"1", "64", "4096"})
    public int rows;

    private AutoCloseable opened = () -> {};
    private BatchPolicy policy = (observations, masks, count, actions) -> {};
    private float[] observations = {};
    private boolean[] masks = {};
    private float[] actions = {};

    /** Makes a policy that has learned nothing yet; its networks cost what those of any other do. */
    @Setup
    public void open() {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "scenarios", "solved", "cart-pole.conf");
        TrainingScenario scenario = TrainingReader.read(file, Map.of());
        VectorEnvironment worlds = scenario.problem().environment(rows);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        Compute compute = Compute.open(scenario.compute().device(), 1);
        Learner learner = scenario.learner().create(LearningTask.in(worlds, 1_000_000, 1), compute);
        opened = () -> {
            learner.close();
            compute.close();
        };
        policy = learner.policy();
        observations = step.observations();
        masks = step.masks();
        actions = new float[rows * worlds.actionSpec().size()];
    }

    /** Frees the networks. */
    @TearDown
    public void close() throws Exception {
        opened.close();
    }

    /** The actions for a batch. */
    @Benchmark
    public float[] act() {
        policy.act(observations, masks, rows, actions);
        return actions;
    }
}
