package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One choice of four, whose values are the four features of the observation. */
class EpsilonGreedyTest {
    private static final int WORLDS = 1_000;
    private static final Choices CHOICES = new Choices(
            "dqn", new ActionSpec(List.of(new ActionComponent.Discrete("way", List.of("n", "e", "s", "w"), 0))));

    private final VectorStep now = new VectorStep(WORLDS, 4, 4);
    private final float[] actions = new float[WORLDS];

    private static EpsilonGreedy explorer() {
        return new EpsilonGreedy(CHOICES, WORLDS, 4, RandomStream.of(1, "exploration"));
    }

    /** South is best, then east; east is forbidden. */
    private void observe() {
        for (int i = 0; i < WORLDS; i++) {
            System.arraycopy(new float[] {1, 3, 4, 2}, 0, now.observations(), 4 * i, 4);
            now.masks()[4 * i + 1] = false;
        }
    }

    private double share(int choice) {
        int count = 0;
        for (float action : actions) {
            count += action == choice ? 1 : 0;
        }
        return (double) count / WORLDS;
    }

    @Test
    void withoutExplorationTheBestAllowedIsDone() {
        observe();
        EpsilonGreedy explorer = explorer();
        explorer.act(now, 0, (observations, rows) -> observations.clone(), actions);
        assertThat(share(2)).isEqualTo(1);
        for (int i = 0; i < WORLDS; i++) {
            now.masks()[4 * i + 2] = false;
        }
        explorer.act(now, 0, (observations, rows) -> observations.clone(), actions);
        assertThat(share(3)).as("neither south nor east").isEqualTo(1);
    }

    @Test
    void withFullExplorationNobodyAsksForValues() {
        observe();
        explorer()
                .act(
                        now,
                        1,
                        (observations, rows) -> {
                            throw new AssertionError("asked for values");
                        },
                        actions);
        assertThat(share(1)).isZero();
        for (int choice : new int[] {0, 2, 3}) {
            assertThat(share(choice)).as("four standard deviations").isCloseTo(1.0 / 3, within(0.06));
        }
    }

    @Test
    void otherwiseAnythingAllowedIsTriedWithTheProbabilityAsked() {
        observe();
        explorer().act(now, 0.3, (observations, rows) -> observations.clone(), actions);
        assertThat(share(0)).as("a third of 0.3").isCloseTo(0.1, within(0.038));
        assertThat(share(2)).as("0.7 and a third of 0.3").isCloseTo(0.8, within(0.051));
        assertThat(share(1)).isZero();
    }

    @Test
    void whatWasDoneIsRememberedUntilTheNextAct() {
        observe();
        EpsilonGreedy explorer = explorer();
        explorer.act(now, 0.5, (observations, rows) -> observations.clone(), actions);
        float[] seen = now.observations().clone();
        Arrays.fill(now.observations(), -1);
        assertThat(explorer.observations()).isEqualTo(seen);
        assertThat(explorer.chosen()).isEqualTo(actions);
        Arrays.fill(now.masks(), true);
        assertThat(explorer.allowedAfter(now)).hasSize(4 * WORLDS).containsOnly(true);
    }

    @Test
    void thePolicyDoesNotExplore() {
        observe();
        float[] rows = Arrays.copyOf(now.observations(), 8);
        float[] found = new float[2];
        boolean[] masks = {true, true, false, true, false, false, false, true};
        explorer().policy((observations, count) -> observations.clone()).act(rows, masks, 2, found);
        assertThat(found).containsExactly(1, 3);
    }

    @Test
    void explorationGoesOnFromWhereItWasSaved() {
        observe();
        EpsilonGreedy explorer = explorer();
        explorer.act(now, 0.5, (observations, rows) -> observations.clone(), actions);
        StateWriter out = new StateWriter();
        TensorStore tensors = new TensorStore();
        explorer.save(tensors, out);
        assertThat(tensors.notes()).containsKey("random.exploration");
        EpsilonGreedy loaded = explorer();
        loaded.load(new StateReader(out.toBytes()));
        float[] others = new float[WORLDS];
        loaded.act(now, 0.5, (observations, rows) -> observations.clone(), others);
        explorer.act(now, 0.5, (observations, rows) -> observations.clone(), actions);
        assertThat(others).isEqualTo(actions);
    }
}
