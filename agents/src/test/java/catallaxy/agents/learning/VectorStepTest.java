package catallaxy.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

class VectorStepTest {
    @Test
    void beginsWithNothingSeenAndEverythingAllowed() {
        VectorStep step = new VectorStep(3, 2, 4);
        assertThat(step.observations()).hasSize(6).containsOnly(0);
        assertThat(step.next()).hasSize(6).containsOnly(0);
        assertThat(step.masks()).hasSize(12).containsOnly(true);
        assertThat(step.rewards()).hasSize(3).containsOnly(0);
        assertThat(step.terminated()).hasSize(3).containsOnly(false);
        assertThat(step.truncated()).hasSize(3).containsOnly(false);
    }

    @Test
    void fitsItsEnvironment() {
        VectorStep step = VectorStep.of(new CartPoleProblem(500).environment(5));
        assertThat(step.worlds()).isEqualTo(5);
        assertThat(step.features()).isEqualTo(4);
        assertThat(step.maskSize()).isEqualTo(2);
        assertThat(step.observations()).hasSize(20);
        assertThat(step.masks()).hasSize(10);
    }

    @Test
    void anEpisodeEndsEitherWay() {
        VectorStep step = new VectorStep(3, 1, 1);
        step.terminated()[0] = true;
        step.truncated()[2] = true;
        assertThat(step.ended(0)).isTrue();
        assertThat(step.ended(1)).isFalse();
        assertThat(step.ended(2)).isTrue();
    }

    @Test
    void whatToActOnComesBackBitForBit() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomStream random = RandomStream.of(seed, "step");
            VectorStep saved = new VectorStep(1 + random.nextInt(4), random.nextInt(5), random.nextInt(4));
            for (int i = 0; i < saved.observations().length; i++) {
                saved.observations()[i] = Float.intBitsToFloat((int) random.nextLong());
            }
            for (int i = 0; i < saved.masks().length; i++) {
                saved.masks()[i] = random.nextInt(2) == 0;
            }
            VectorStep loaded = new VectorStep(saved.worlds(), saved.features(), saved.maskSize());
            StateReader in = new StateReader(bytes(saved));
            loaded.load(in);
            assertThat(in.atEnd()).as("seed %d", seed).isTrue();
            assertThat(loaded.masks()).as("seed %d", seed).isEqualTo(saved.masks());
            assertThat(bytes(loaded)).as("seed %d", seed).isEqualTo(bytes(saved));
        }
    }

    private static byte[] bytes(VectorStep step) {
        StateWriter out = new StateWriter();
        step.save(out);
        return out.toBytes();
    }

    @Test
    void theAnswerToTheLastActionIsNotSaved() {
        VectorStep answered = new VectorStep(2, 1, 1);
        answered.rewards()[1] = 7;
        answered.next()[0] = 3;
        answered.terminated()[0] = true;
        assertThat(bytes(answered)).isEqualTo(bytes(new VectorStep(2, 1, 1)));
    }
}
