package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where each tensor lies in the flat one, and that a file of another network is refused. */
class ParameterVectorTest {
    private final ParameterLayout layout = new ParameterLayout();
    private Compute compute;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    private ParameterVector three() {
        assertThat(layout.tensor("w", new Initialiser.Constant(1), 2, 3)).isZero();
        assertThat(layout.tensor("b", new Initialiser.Constant(2), 2)).isEqualTo(1);
        assertThat(layout.tensor("v", new Initialiser.Constant(3), 1, 1)).isEqualTo(2);
        return layout.build(compute, RandomStream.of(1, "test"));
    }

    @Test
    void tensorsLieOneBehindTheOther() {
        ParameterVector theta = three();
        assertThat(theta.size()).isEqualTo(9);
        assertThat(theta.toArray()).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 3);
        theta.set(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        try (NDManager scope = compute.scope()) {
            NDList views = theta.views(scope);
            assertThat(views).hasSize(3);
            assertThat(views.get(0).getShape().getShape()).containsExactly(2, 3);
            assertThat(views.get(0).get(1).toFloatArray()).containsExactly(3, 4, 5);
            assertThat(views.get(1).toFloatArray()).containsExactly(6, 7);
            assertThat(views.get(2).getShape().getShape()).containsExactly(1, 1);
            assertThat(views.get(2).toFloatArray()).containsExactly(8);
        }
    }

    @Test
    void aSingleMatrixKeepsItsShape() {
        layout.tensor("w", new Initialiser.Constant(4), 2, 2);
        ParameterVector theta = layout.build(compute, RandomStream.of(1, "test"));
        try (NDManager scope = compute.scope()) {
            assertThat(theta.constants(scope).singletonOrThrow().getShape().getShape())
                    .containsExactly(2, 2);
        }
    }

    @Test
    void tensorsAreSavedByNameAndLoadedFromWhereverTheyStand() {
        ParameterVector theta = three();
        theta.set(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        TensorStore saved = new TensorStore();
        theta.save("target.", saved);
        assertThat(saved.names()).containsExactly("target.w", "target.b", "target.v");
        assertThat(saved.get("target.w", 2, 3)).containsExactly(0, 1, 2, 3, 4, 5);
        TensorStore mixed = new TensorStore();
        mixed.put("v", new float[] {-8}, 1, 1);
        mixed.put("unknown", new float[] {9}, 1);
        mixed.put("b", new float[] {-6, -7}, 2);
        mixed.put("w", new float[] {0, -1, -2, -3, -4, -5}, 2, 3);
        theta.load("", mixed);
        assertThat(theta.toArray()).containsExactly(0, -1, -2, -3, -4, -5, -6, -7, -8);
    }

    @Test
    void whatIsOfAnotherNetworkIsRefusedAndChangesNothing() {
        ParameterVector theta = three();
        float[] before = theta.toArray();
        TensorStore other = new TensorStore();
        other.put("w", new float[6], 3, 2);
        assertThatThrownBy(() -> theta.load("", other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'w': found shape [3, 2], expected [2, 3]");
        TensorStore part = new TensorStore();
        part.put("w", new float[6], 2, 3);
        assertThatThrownBy(() -> theta.load("", part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tensor 'b' among [w]");
        assertThatThrownBy(() -> theta.set(new float[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("8 values for 9 parameters");
        assertThat(theta.toArray()).containsExactly(before);
    }
}
