package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;

/**
 * What became of a transaction's call.
 *
 * @param reason  empty if it succeeded, else why it reverted
 * @param gasUsed gas units, those of every transaction included; out of gas, the whole limit
 * @param amount  what the call gave, base units; zero of one that gave nothing or reverted
 */
public record Execution(String reason, long gasUsed, UInt256 amount) {
    /** One that gave nothing. */
    public Execution(String reason, long gasUsed) {
        this(reason, gasUsed, UInt256.ZERO);
    }

    /** The reason of a call that needed more gas than its transaction allows. */
    public static final String OUT_OF_GAS = "OUT_OF_GAS";

    /** The outcome under a gas limit: what would have used more ran out of gas. */
    public static Execution within(long gasLimit, String reason, long gasUsed) {
        return gasUsed > gasLimit ? new Execution(OUT_OF_GAS, gasLimit) : new Execution(reason, gasUsed);
    }

    /** The outcome of a call that gave an amount, under a gas limit. */
    public static Execution within(long gasLimit, String reason, long gasUsed, UInt256 amount) {
        return gasUsed > gasLimit ? within(gasLimit, reason, gasUsed) : new Execution(reason, gasUsed, amount);
    }

    /** Whether the call had its effect; else it reverted or ran out of gas, and only its gas was paid. */
    public boolean succeeded() {
        return reason.isEmpty();
    }
}
