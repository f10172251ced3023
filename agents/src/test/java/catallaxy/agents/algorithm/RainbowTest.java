package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.algorithm.RainbowConfigs.Switches;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.testkit.SeedScores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RainbowTest {
    /** More than whoever stays at the first lock can earn, less than 1, which is earned by opening all. */
    private static final double STAYING = 0.7;

    private static final List<Switches> ABLATIONS = List.of(
            Switches.ALL,
            new Switches(false, true, true, 3, true, true),
            new Switches(true, false, true, 3, true, true),
            new Switches(true, true, false, 3, true, true),
            new Switches(true, true, true, 1, true, true),
            new Switches(true, true, true, 3, false, true),
            new Switches(true, true, true, 3, true, false));

    @Test
    void everySwitchChangesWhatIsLearnedAndNoneKeepsItFromLearning() {
        Set<List<Integer>> results = new HashSet<>();
        List<Double> scores = new ArrayList<>();
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            for (Switches on : ABLATIONS) {
                VectorEnvironment problem = new LockWorlds(2, 1, true);
                try (Learner learner =
                        new Rainbow(RainbowConfigs.small(3e-3, on), LearningTask.in(problem, 3000, 1), compute)) {
                    LearnerRun run = new LearnerRun(learner, problem, 1);
                    run.train(3000);
                    TensorStore tensors = new TensorStore();
                    run.save(tensors);
                    results.add(LearnerRun.bits(tensors));
                    scores.add(LearnerRun.score(new LockWorlds(1, 1, true), learner.policy()));
                }
            }
        }
        assertThat(results).hasSize(ABLATIONS.size());
        SeedScores all =
                new SeedScores(scores.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(all.low()).as("of %s: %s", ABLATIONS, all).isGreaterThan(STAYING);
    }
}
