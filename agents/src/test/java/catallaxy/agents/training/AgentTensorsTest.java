package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import catallaxy.agents.learning.TensorStore;
import org.junit.jupiter.api.Test;

/** Several learners' tensors in one store and taken apart again. */
class AgentTensorsTest {
    private static TensorStore own(float first) {
        TensorStore own = new TensorStore();
        own.put("policy.weight", new float[] {first, 2, 3, 4, 5, 6}, 2, 3);
        own.put("bias", new float[] {first}, 1);
        own.note("updates", (long) first);
        return own;
    }

    @Test
    void eachAgentGetsItsOwnBackByPlainNames() {
        TensorStore all = new TensorStore();
        AgentTensors.put("maker", own(7), all);
        AgentTensors.put("make", own(8), all);
        assertThat(all.names()).containsExactly("maker/policy.weight", "maker/bias", "make/policy.weight", "make/bias");
        assertThat(all.notes()).containsExactly(entry("maker/updates", 7L), entry("make/updates", 8L));
        TensorStore make = AgentTensors.of("make", all);
        assertThat(make.names()).containsExactly("policy.weight", "bias");
        assertThat(make.get("policy.weight", 2, 3)).containsExactly(8, 2, 3, 4, 5, 6);
        assertThat(AgentTensors.of("maker", all).get("bias", 1)).containsExactly(7);
        assertThat(AgentTensors.of("taker", all).names()).isEmpty();
    }

    @Test
    void theAgentWithoutANameHasPlainNames() {
        TensorStore all = new TensorStore();
        AgentTensors.put("", own(7), all);
        assertThat(all.names()).containsExactly("policy.weight", "bias");
        assertThat(AgentTensors.of("", all).get("bias", 1)).containsExactly(7);
    }

    @Test
    void oneAgentIsNotPutTwice() {
        TensorStore all = new TensorStore();
        AgentTensors.put("maker", own(7), all);
        assertThatThrownBy(() -> AgentTensors.put("maker", own(8), all))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'maker/policy.weight' is there already");
    }
}
