package catallaxy.environment.market.role;

import java.util.List;

/**
 * Offered by the settings of a role that holds assets in chosen weights: its first actions are {@code WEIGHT} of holdings, and it observes
 * {@code WEIGHT} and {@code VOLATILITY} of each, {@code equity} and {@code risk_scale} as a portfolio does.
 */
public interface Weighting {
    /** What may be held where, in the order of the actions. */
    List<RoleSpec.Sleeve> sleeves();
}
