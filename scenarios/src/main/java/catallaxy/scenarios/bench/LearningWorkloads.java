package catallaxy.scenarios.bench;

import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.Regression;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.ProblemCourse;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingListener;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Workloads of networks, learning environments and whole trainings. What a run would write is not written. */
final class LearningWorkloads {
    static final int BATCH = 4096;
    static final int WORLDS = 4096;

    private static final int INPUTS = 32;
    private static final int OUTPUTS = 8;
    private static final long SEED = 1;
    private static final TrainingListener SILENT = new TrainingListener() {
        @Override
        public void measured(long steps, Map<String, Double> figures) {}

        @Override
        public void checkpoint(Snapshot snapshot) {}
    };

    private LearningWorkloads() {}

    /** Steps of the market-making environment over so many worlds, with constant quotes. */
    static Workload marketMaking(int worlds) {
        VectorEnvironment environment = CarteaJaimungalProblem.standard().environment(worlds);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[worlds * environment.actionSpec().size()];
        Arrays.fill(actions, 1);
        return operations -> {
            environment.reset(SEED, step);
            double sum = 0;
            for (int done = 0; done < operations; done += worlds) {
                environment.step(actions, step);
                sum += step.rewards()[0];
            }
            return Double.doubleToLongBits(sum);
        };
    }

    /** Observations through a 32-64-64-8 network. */
    static Workload inference(int threads) {
        Regression network = network(threads);
        float[] x = numbers(BATCH * INPUTS);
        return operations -> {
            double sum = 0;
            for (int done = 0; done < operations; done += BATCH) {
                sum += network.predict(x, BATCH)[0];
            }
            return Double.doubleToLongBits(sum);
        };
    }

    /** Samples that the same network learns from: forward, backward and Adam. */
    static Workload fitting(int threads) {
        float[] x = numbers(BATCH * INPUTS);
        float[] y = numbers(BATCH * OUTPUTS);
        return operations -> {
            try (Regression network = network(threads)) {
                for (int done = 0; done < operations; done += BATCH) {
                    network.fit(x, y, BATCH, 1e-3);
                }
                return Double.doubleToLongBits(network.predict(x, 1)[0]);
            }
        };
    }

    private static Regression network(int threads) {
        return new Regression(
                Compute.open(DeviceChoice.CPU, threads),
                layout -> Mlp.orthogonal(layout, "net", INPUTS, List.of(64, 64), OUTPUTS, Activation.RELU, 1),
                RandomStream.of(SEED, "bench"));
    }

    private static float[] numbers(int count) {
        RandomStream random = RandomStream.of(SEED, "bench/data");
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * A shipped problem trained with its own settings, once an operation, with the seeds 1, 2, …
     *
     * @param overrides say among others at which figure training ends
     * @param end       why each training is to end
     */
    static Workload training(String scenario, Map<String, String> overrides, TrainingEnd end) {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "scenarios", "solved", scenario + ".conf");
        TrainingScenario read = TrainingReader.read(file, overrides);
        return operations -> {
            long checksum = 0;
            for (int i = 0; i < operations; i++) {
                checksum = 31 * checksum + train(read, SEED + i, end);
            }
            return checksum;
        };
    }

    /** Steps taken. */
    private static long train(TrainingScenario scenario, long seed, TrainingEnd expected) {
        VectorEnvironment sample = scenario.problem().environment(1);
        LearningTask task = new LearningTask(
                sample.observationSpec(),
                sample.actionSpec(),
                scenario.plan().worlds(),
                scenario.plan().steps(),
                seed);
        try (Compute compute = scenario.compute().open();
                Course course = new ProblemCourse(
                        scenario.learner().create(task, compute),
                        scenario.problem()::environment,
                        scenario.plan().worlds(),
                        seed)) {
            TrainingEnd end = Trainer.begin(course, scenario.plan(), SILENT).run(() -> false);
            if (end != expected) {
                throw new MissedEndException(String.format(
                        Locale.ROOT,
                        "the training with seed %d ended after %,d steps by its %s, expected by its %s",
                        seed,
                        course.steps(),
                        end.word(),
                        expected.word()));
            }
            return course.steps();
        }
    }
}
