package catallaxy.agents.policy;

/** How the agent in a seat decides, as the scenario describes it; one record for each policy. */
public sealed interface PolicySpec
        permits AvellanedaStoikov.Config,
                GueantLehalleFernandezTapia.Config,
                MertonBand.Config,
                ClosedFormArbitrage.Config,
                ValueAtRiskLimits.Config,
                RandomAgent.Config,
                HoldAgent.Config,
                TrainedPolicy,
                UserAgent {
    /** Name of the policy in scenario files and results. */
    String policy();

    /** Name of the role whose features and actions it understands; {@link #ANY_ROLE} if it takes any seat. */
    String role();

    String ANY_ROLE = "any";
}
