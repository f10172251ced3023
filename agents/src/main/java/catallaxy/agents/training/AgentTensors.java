package catallaxy.agents.training;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.TensorStore.Tensor;

/** The tensors and notes of several learners in one store: each name after its agent and a slash; plain for the agent "". */
public final class AgentTensors {
    private AgentTensors() {}

    /** The tensors of one agent by their plain names. */
    public static TensorStore of(String agent, TensorStore all) {
        TensorStore own = new TensorStore();
        String prefix = prefix(agent);
        for (String name : all.names()) {
            if (name.startsWith(prefix)) {
                Tensor tensor = all.tensor(name);
                own.put(name.substring(prefix.length()), tensor.values(), tensor.shape());
            }
        }
        return own;
    }

    /** Adds the tensors and notes of one agent. */
    static void put(String agent, TensorStore own, TensorStore all) {
        for (String name : own.names()) {
            Tensor tensor = own.tensor(name);
            all.put(prefix(agent) + name, tensor.values(), tensor.shape());
        }
        all.noteAll(prefix(agent), own);
    }

    private static String prefix(String agent) {
        return agent.isEmpty() ? "" : agent + "/";
    }
}
