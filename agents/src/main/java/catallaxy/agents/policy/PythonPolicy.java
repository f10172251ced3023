package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.market.role.RoleSpec;
import java.util.Optional;

/**
 * A policy in the Python process that started the run: a scenario only says that it is there. Immutable.
 *
 * @param maker of agents that ask it; none where no Python process started the run
 */
public record PythonPolicy(Optional<Maker> maker) implements PolicySpec {
    /** Makes agents that ask Python. */
    @FunctionalInterface
    public interface Maker {
        /** An agent that asks Python for the decisions in a seat. */
        Agent create(AgentContext context);
    }

    /** As a scenario says it. */
    public static PythonPolicy absent() {
        return new PythonPolicy(Optional.empty());
    }

    /**
     * An agent that asks it.
     *
     * @throws AgentCreationException where no Python process started the run
     */
    Agent create(AgentContext context) {
        String agent = context.agent();
        return maker.orElseThrow(() -> new AgentCreationException(
                        "agent " + agent + ": its policy is in Python; start the run there: catallaxy.run(…, agents={\""
                                + agent + "\": policy})",
                        null))
                .create(context);
    }

    @Override
    public String policy() {
        return "python";
    }

    @Override
    public Class<?> seat() {
        return RoleSpec.class;
    }
}
