package catallaxy.environment.market.role;

import java.util.List;

/**
 * Offered by the settings of a role that deposits in pools: its actions are {@code PROVIDED} of the pools, and it observes
 * {@code PROVIDED}, {@code DEPTH}, {@code FEE_YIELD}, {@code LOSS_RATE}, {@code POSITION} and {@code DEPOSIT_GAS} of each, {@code equity},
 * {@code risk_scale} and {@code time_remaining} as a liquidity provider does.
 */
public interface Providing {
    /** The pools, in the order of the actions. */
    List<Integer> pools();
}
