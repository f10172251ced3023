package catallaxy.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class TensorStoreTest {
    private final TensorStore store = new TensorStore();

    @Test
    void tensorsComeBackInTheOrderInWhichTheyWerePut() {
        store.put("policy.weight", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        store.put("policy.bias", new float[] {7, 8}, 2);
        store.put("clock", new float[] {9});
        assertThat(store.names()).containsExactly("policy.weight", "policy.bias", "clock");
        assertThat(store.get("policy.weight", 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(store.get("clock")).containsExactly(9);
        assertThat(store.tensor("policy.bias").shape()).containsExactly(2);
    }

    @Test
    void aTensorMayBeEmpty() {
        store.put("none", new float[0], 0, 4);
        assertThat(store.get("none", 0, 4)).isEmpty();
    }

    @Test
    void aNameIsPutOnce() {
        store.put("policy.bias", new float[] {7}, 1);
        assertThatThrownBy(() -> store.put("policy.bias", new float[] {8}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'policy.bias' is there already");
        assertThat(store.get("policy.bias", 1)).containsExactly(7);
    }

    @Test
    void whatIsMissingIsToldWithWhatIsThere() {
        store.put("a", new float[] {1}, 1);
        store.put("b", new float[] {1}, 1);
        assertThatThrownBy(() -> store.get("c", 1)).hasMessage("no tensor 'c' among [a, b]");
        assertThatThrownBy(() -> store.tensor("c")).hasMessage("no tensor 'c' among [a, b]");
    }

    /** Six numbers are two rows of three to one network and three rows of two to another. */
    @Test
    void anotherShapeIsRefusedEvenOfTheSameSize() {
        store.put("weight", new float[6], 2, 3);
        assertThatThrownBy(() -> store.get("weight", 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'weight': found shape [2, 3], expected [3, 2]");
        assertThatThrownBy(() -> store.get("weight", 6)).hasMessageContaining("expected [6]");
    }

    @Test
    void theShapeIsThatOfTheValues() {
        assertThatThrownBy(() -> store.put("weight", new float[5], 2, 3)).hasMessage("5 values for shape [2, 3]");
        assertThat(store.names()).isEmpty();
    }

    /** 65,536 · 65,536 numbers are none in 32 bits. */
    @Test
    void aShapeBeyondThirtyTwoBitsIsNotTakenForAnother() {
        assertThatThrownBy(() -> new TensorStore.Tensor(new float[0], new int[] {1 << 16, 1 << 16}))
                .hasMessage("0 values for shape [65536, 65536]");
    }

    @Test
    void notesKeepTheirKindAndOrder() {
        store.note("steps", 1L << 40);
        store.note("epsilon", 0.25f);
        store.note("normalised", true);
        assertThat(store.notes())
                .containsExactly(entry("steps", 1L << 40), entry("epsilon", 0.25f), entry("normalised", true));
        assertThat(store.names()).as("a note is no tensor").isEmpty();
    }

    @Test
    void aNoteIsMadeOnce() {
        store.note("steps", 1);
        assertThatThrownBy(() -> store.note("steps", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("note 'steps' is there already");
        assertThat(store.notes()).containsEntry("steps", 1L);
    }

    @Test
    void notesOfAnotherComeAfterAPrefix() {
        TensorStore other = new TensorStore();
        other.note("updates", 3);
        other.put("bias", new float[] {1}, 1);
        store.note("updates", 4);
        store.noteAll("actor.", other);
        assertThat(store.notes()).containsExactly(entry("updates", 4L), entry("actor.updates", 3L));
        assertThat(store.names()).isEmpty();
        assertThatThrownBy(() -> store.noteAll("actor.", other)).hasMessage("note 'actor.updates' is there already");
    }

    @Test
    void notesAreReadOnly() {
        store.note("steps", 1);
        assertThatThrownBy(() -> store.notes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
