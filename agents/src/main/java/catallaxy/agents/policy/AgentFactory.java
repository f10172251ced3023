package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.environment.market.role.RoleSpec;

/** Makes the agent that a {@link PolicySpec} describes. Immutable; may be shared between threads. */
public final class AgentFactory {
    private final UserAgentLoader userAgents;

    /**
     * A factory of all kinds of policies.
     *
     * @param userClasses where the classes of users' own agents are looked up
     */
    public AgentFactory(ClassLoader userClasses) {
        userAgents = new UserAgentLoader(userClasses);
    }

    /**
     * A new agent, with nothing remembered.
     *
     * @throws AgentCreationException if the policy does not fit the seat, or a user's class cannot be used
     */
    public Agent create(PolicySpec policy, AgentContext context) {
        requireRole(policy, context);
        return switch (policy) {
            case AvellanedaStoikov.Config config -> new AvellanedaStoikov(config, context);
            case GueantLehalleFernandezTapia.Config config -> new GueantLehalleFernandezTapia(config, context);
            case MertonBand.Config config -> new MertonBand(config, context);
            case ClosedFormArbitrage.Config config -> ClosedFormArbitrage.of(config, context);
            case PlannedArbitrage planner -> planner.create(context);
            case ExecutionLearner.Config config -> new ExecutionLearner(config, context);
            case FeesOverLoss.Config config -> new FeesOverLoss(config, context);
            case RangeWidth.Config config -> new RangeWidth(config, context);
            case ValueAtRiskLimits.Config config -> new ValueAtRiskLimits(config, context);
            case RandomAgent.Config _ -> new RandomAgent(context.randomStream());
            case HoldAgent.Config _ -> new HoldAgent();
            case PythonPolicy python -> python.create(context);
            case TrainedPolicy trained -> trained.maker().create(context, this);
            case UserAgent user -> userAgents.create(user.className(), context);
        };
    }

    /** The plan by which a driver makes this agent, at the start and after each failure. */
    public AgentPlan plan(PolicySpec policy, AgentContext context) {
        return new AgentPlan(context.agent(), () -> create(policy, context));
    }

    private static void requireRole(PolicySpec policy, AgentContext context) {
        RoleSpec role = context.seat().role();
        if (!policy.fits(role.role(), role.getClass())) {
            throw new AgentCreationException(
                    "agent " + context.agent() + ": policy " + policy.policy() + " is for role " + policy.roles()
                            + ", the seat has role " + role.role(),
                    null);
        }
    }
}
