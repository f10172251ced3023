package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;

/**
 * A transaction on its way into a block.
 *
 * @param sequence                order of arrival over all chains, unique
 * @param participant             the sender
 * @param nonce                   the sender's transaction count on the chain when it is executed
 * @param gasLimit                gas units it may use
 * @param maxFeePerGasWei         most it pays per gas, base fee and priority fee together
 * @param maxPriorityFeePerGasWei most it pays the proposer per gas
 * @param deadlineNanos           time after which its call reverts
 */
public record Transaction(
        long sequence,
        int participant,
        long nonce,
        long gasLimit,
        long maxFeePerGasWei,
        long maxPriorityFeePerGasWei,
        long deadlineNanos,
        Call call) {
    Transaction withNonce(long assigned) {
        return new Transaction(
                sequence,
                participant,
                assigned,
                gasLimit,
                maxFeePerGasWei,
                maxPriorityFeePerGasWei,
                deadlineNanos,
                call);
    }

    /** What it pays the proposer per gas at a base fee that it can afford. */
    long priorityFeeWei(long baseFeeWei) {
        return Math.min(maxPriorityFeePerGasWei, maxFeePerGasWei - baseFeeWei);
    }
}
