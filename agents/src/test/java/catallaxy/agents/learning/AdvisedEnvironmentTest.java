package catallaxy.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Corrections of an advisor are compared with the plain worlds, acted on with the sums worked out here. */
class AdvisedEnvironmentTest {
    private static final int WORLDS = 3;
    private static final double SHARE = 0.5;
    /** Of a torque in [−2, 2] corrected by a quarter of its range on either side. */
    private static final float MOST = 1;

    private final VectorEnvironment plain = new PendulumProblem().environment(WORLDS);
    private final AdvisedEnvironment advised = advised(WORLDS);
    private final VectorStep plainStep = VectorStep.of(plain);
    private final VectorStep advisedStep = VectorStep.of(advised);

    private static AdvisedEnvironment advised(int worlds) {
        return new AdvisedEnvironment(new PendulumProblem().environment(worlds), AdvisedEnvironmentTest::brake, SHARE);
    }

    /** Against the velocity. */
    private static void brake(float[] observations, boolean[] masks, int rows, float[] actions) {
        for (int i = 0; i < rows; i++) {
            actions[i] = Math.clamp(-observations[3 * i + 2], -2, 2);
        }
    }

    private static float[] corrections(RandomStream random, int rows) {
        float[] corrections = new float[rows];
        for (int i = 0; i < rows; i++) {
            corrections[i] = MOST * (float) (2 * random.nextDouble() - 1);
        }
        return corrections;
    }

    private static void assertSame(VectorStep found, VectorStep expected, String as) {
        assertThat(found.observations()).as(as).isEqualTo(expected.observations());
        assertThat(found.next()).as(as).isEqualTo(expected.next());
        assertThat(found.rewards()).as(as).isEqualTo(expected.rewards());
        assertThat(found.truncated()).as(as).isEqualTo(expected.truncated());
    }

    @Test
    void aCorrectionIsOfAShareOfHalfTheRange() {
        ActionComponent.Continuous torque =
                (ActionComponent.Continuous) advised.actionSpec().components().getFirst();
        assertThat(torque).isEqualTo(new ActionComponent.Continuous("residual.torque", "N m", -MOST, MOST, 0));
        assertThat(advised.observationSpec()).isEqualTo(plain.observationSpec());
        assertThat(advised.worlds()).isEqualTo(WORLDS);
    }

    @Test
    void adviceAndCorrectionAddUpWithinTheBounds() {
        for (long seed = 1; seed <= 5; seed++) {
            RandomStream random = RandomStream.of(seed, "corrections");
            plain.reset(seed, plainStep);
            advised.reset(seed, advisedStep);
            assertSame(advisedStep, plainStep, "seed " + seed);
            int cut = 0;
            for (int t = 0; t < 450; t++) {
                float[] actions = corrections(random, WORLDS);
                float[] sums = new float[WORLDS];
                for (int i = 0; i < WORLDS; i++) {
                    float advice = Math.clamp(-plainStep.observations()[3 * i + 2], -2, 2);
                    sums[i] = Math.min(2, Math.max(-2, advice + actions[i]));
                    cut += sums[i] == advice + actions[i] ? 0 : 1;
                }
                plain.step(sums, plainStep);
                advised.step(actions, advisedStep);
                assertSame(advisedStep, plainStep, "seed " + seed + ", step " + t);
            }
            assertThat(cut).as("seed %d: sums beyond the bounds", seed).isPositive();
        }
    }

    @Test
    void theCorrectionsOfTheLearnerStayAsTheyWere() {
        advised.reset(1, advisedStep);
        float[] actions = {0.5f, -0.25f, 1};
        advised.step(actions, advisedStep);
        assertThat(actions).containsExactly(0.5f, -0.25f, 1);
    }

    @Test
    void togetherTheyAreAPolicyOfThePlainWorlds() {
        BatchPolicy together = advised.corrected((observations, masks, rows, actions) -> Arrays.fill(actions, 0.5f));
        float[] observations = {1, 0, 0, 1, 0, 1, 1, 0, -3, 1, 0, 0.25f};
        float[] actions = new float[4];
        together.act(observations, new boolean[4], 4, actions);
        assertThat(actions).containsExactly(0.5f, -0.5f, 2, 0.25f);
    }

    @Test
    void whatIsSavedGoesOnAlike() {
        RandomStream random = RandomStream.of(3, "corrections");
        advised.reset(3, advisedStep);
        for (int t = 0; t < 190; t++) {
            advised.step(corrections(random, WORLDS), advisedStep);
        }
        StateWriter out = new StateWriter();
        advised.save(out);
        AdvisedEnvironment loaded = advised(WORLDS);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        assertThat(in.atEnd()).isTrue();
        VectorStep loadedStep = VectorStep.of(loaded);
        for (int t = 0; t < 50; t++) {
            float[] actions = corrections(random, WORLDS);
            advised.step(actions, advisedStep);
            loaded.step(actions, loadedStep);
            assertSame(loadedStep, advisedStep, "step " + t);
        }
    }

    /** Worlds whose first episodes are spread are so under an advisor, too, who sees the time that they begin with. */
    @Test
    void theFirstEpisodesAreSpreadAsThoseOfThePlainWorlds() {
        VectorEnvironment makers = CarteaJaimungalProblem.standard().environment(WORLDS);
        VectorEnvironment advisedMakers = new AdvisedEnvironment(
                CarteaJaimungalProblem.standard().environment(WORLDS), AdvisedEnvironmentTest::byTheClock, SHARE);
        VectorStep expected = VectorStep.of(makers);
        VectorStep found = VectorStep.of(advisedMakers);
        makers.reset(1, expected);
        makers.spread(expected);
        advisedMakers.reset(1, found);
        advisedMakers.spread(found);
        assertSame(found, expected, "spread");
        float[] actions = new float[2 * WORLDS];
        byTheClock(expected.observations(), expected.masks(), WORLDS, actions);
        makers.step(actions, expected);
        advisedMakers.step(new float[2 * WORLDS], found);
        assertSame(found, expected, "step");
    }

    /** Quotes as far away as the share of the episode that is left. */
    private static void byTheClock(float[] observations, boolean[] masks, int rows, float[] actions) {
        for (int i = 0; i < rows; i++) {
            actions[2 * i] = observations[2 * i + 1];
            actions[2 * i + 1] = observations[2 * i + 1];
        }
    }

    @Test
    void choicesCannotBeCorrected() {
        VectorEnvironment choices = new CartPoleProblem(500).environment(1);
        assertThatThrownBy(() -> new AdvisedEnvironment(choices, AdvisedEnvironmentTest::brake, SHARE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actions: found choices, expected quantities");
    }

    @Test
    void aShareOfNothingOrOfMoreThanTheRangeIsRefused() {
        for (double share : new double[] {0, -0.5, 2.001, Double.NaN}) {
            assertThatThrownBy(() -> new AdvisedEnvironment(plain, AdvisedEnvironmentTest::brake, share))
                    .as("share %s", share)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("share");
        }
        new AdvisedEnvironment(plain, AdvisedEnvironmentTest::brake, 2);
    }
}
