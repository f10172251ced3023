package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import catallaxy.agents.network.CollectionPressure;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CriticInputsTest {
    private static final float[] STATES = {10, 20, 30};
    private static final float[] ACTIONS = {0.25f, 0.5f, 0.25f, -0.5f, 0.5f, -0.5f};

    private Compute compute;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void plainInputsAreObservationsAndActionsSideBySide() {
        CriticInputs inputs = new CriticInputs(1, 2, false);
        inputs.standardiseBy(ACTIONS);
        assertRead(inputs, ACTIONS, 10, 0.25f, 0.5f, 20, 0.25f, -0.5f, 30, 0.5f, -0.5f);
    }

    /** Means 1/3 and −1/6; deviations √2/12 and √2/3. */
    @Test
    void standardisedActionsAreMeasuredByTheBatchOneComponentAtATime() {
        CriticInputs inputs = new CriticInputs(1, 2, true);
        inputs.standardiseBy(ACTIONS);
        float half = (float) (1 / Math.sqrt(2));
        float root = (float) Math.sqrt(2);
        assertRead(inputs, ACTIONS, 10, -half, root, 20, -half, -half, 30, root, -half);
        float[] others = {1f / 3, -1f / 6, 1f / 3, -1f / 6, 1f / 3, -1f / 6};
        assertRead(inputs, others, 10, 0, 0, 20, 0, 0, 30, 0, 0);
    }

    @Test
    void actionsThatAreAllAlikeAreNotDividedByNothing() {
        CriticInputs inputs = new CriticInputs(1, 1, true);
        float[] alike = {0.5f, 0.5f, 0.5f};
        inputs.standardiseBy(alike);
        assertRead(inputs, alike, 10, 0, 20, 0, 30, 0);
    }

    /** Mean and deviation of a component are 0 and 1/2, so that the slope of its standardised value is 2. */
    @Test
    void whatTheGradientReadsIsStillThereAfterACollection() {
        int size = 300;
        float[] actions = new float[2 * size];
        Arrays.fill(actions, 0, size, 0.5f);
        Arrays.fill(actions, size, 2 * size, -0.5f);
        CriticInputs inputs = new CriticInputs(1, size, true);
        inputs.standardiseBy(actions);
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray variable = scope.create(actions, new Shape(2, size));
            variable.setRequiresGradient(true);
            NDArray states = inputs.observations(new float[2], scope);
            NDArray sum = inputs.of(states, variable, scope).sum();
            CollectionPressure.once();
            gradients.backward(sum);
            assertThat(variable.getGradient().toFloatArray()).containsOnly(2);
        }
    }

    /** Both ways of reading them, from memory and from tensors that gradients flow through. */
    private void assertRead(CriticInputs inputs, float[] actions, float... expected) {
        try (NDManager scope = compute.scope()) {
            NDArray read = inputs.of(STATES, actions, scope);
            assertThat(read.toFloatArray()).containsExactly(expected, offset(1e-5f));
            NDArray states = inputs.observations(STATES, scope);
            NDArray tensor = scope.create(actions, new Shape(STATES.length, actions.length / STATES.length));
            assertThat(inputs.of(states, tensor, scope).toFloatArray()).containsExactly(expected, offset(1e-5f));
        }
    }
}
