package catallaxy.environment.market.execution;

import catallaxy.environment.market.role.PriceVariance;

/** Where an executor's seat remembers what: the execution under way, how the latest ended, and each chain's volatility. */
final class ExecutionMemory {
    /** Of the registers: the option under way, counted from 1. */
    static final int UNDER_WAY = 0;

    static final int REGISTERS = UNDER_WAY + 1;
    static final int REMEMBERED = 0;
    static final int ENDED = REMEMBERED + ExecutionOutcome.SLOTS;
    static final int REALISED = ENDED + 1;
    static final int REWARD = ENDED + 2;
    static final int SUCCEEDED = ENDED + 3;
    static final int SECONDS = ENDED + 4;
    static final int VARIANCES = ENDED + 5;

    private ExecutionMemory() {}

    /** The first slot of a chain's variance. */
    static int variance(int chain) {
        return VARIANCES + chain * PriceVariance.SLOTS;
    }
}
