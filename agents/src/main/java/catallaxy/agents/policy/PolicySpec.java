package catallaxy.agents.policy;

import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSpec;

/** How the agent in a seat decides, as the scenario describes it; one record for each policy. */
public sealed interface PolicySpec
        permits AvellanedaStoikov.Config,
                GueantLehalleFernandezTapia.Config,
                MertonBand.Config,
                ClosedFormArbitrage.Config,
                PlannedArbitrage,
                ExecutionLearner.Config,
                FeesOverLoss.Config,
                RangeWidth.Config,
                ValueAtRiskLimits.Config,
                RandomAgent.Config,
                HoldAgent.Config,
                PythonPolicy,
                TrainedPolicy,
                UserAgent {
    /** Name of the policy in scenario files and results. */
    String policy();

    /**
     * What the settings of the seat's role have to offer, for it to understand what is observed and done there: {@link RoleSpec} itself
     * if it takes any seat.
     */
    Class<?> seat();

    /**
     * Whether it may sit in the seats of a role.
     *
     * @param role name
     * @param spec of its settings
     */
    default boolean fits(String role, Class<? extends RoleSpec> spec) {
        return seat().isAssignableFrom(spec);
    }

    /** The registered roles that it is for, in words. */
    default String roles() {
        return String.join(" or ", RoleKinds.registered().offering(seat()));
    }
}
