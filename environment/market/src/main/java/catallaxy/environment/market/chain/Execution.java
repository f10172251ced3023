package catallaxy.environment.market.chain;

/**
 * What became of a transaction's call.
 *
 * @param reason  empty if it succeeded, else why it reverted
 * @param gasUsed gas units, those of every transaction included; out of gas, the whole limit
 */
public record Execution(String reason, long gasUsed) {
    /** The reason of a call that needed more gas than its transaction allows. */
    public static final String OUT_OF_GAS = "OUT_OF_GAS";

    /** The outcome under a gas limit: what would have used more ran out of gas. */
    public static Execution within(long gasLimit, String reason, long gasUsed) {
        return gasUsed > gasLimit ? new Execution(OUT_OF_GAS, gasLimit) : new Execution(reason, gasUsed);
    }

    /** Whether the call had its effect; else it reverted or ran out of gas, and only its gas was paid. */
    public boolean succeeded() {
        return reason.isEmpty();
    }
}
