package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;
import java.util.Optional;

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

    /** Why no block of a chain with this gas limit may hold it, whatever its sender owns; empty if one may. */
    Optional<String> fault(long blockGasLimit) {
        if (gasLimit < GasSchedule.TRANSACTION || gasLimit > blockGasLimit) {
            return Optional.of("GAS_LIMIT_OUT_OF_RANGE");
        }
        boolean sound = maxPriorityFeePerGasWei >= 0 && maxFeePerGasWei >= maxPriorityFeePerGasWei;
        return sound ? Optional.empty() : Optional.of("INVALID_FEE");
    }

    /** What it pays the proposer per gas at a base fee that it can afford. */
    long priorityFeeWei(long baseFeeWei) {
        return Math.min(maxPriorityFeePerGasWei, maxFeePerGasWei - baseFeeWei);
    }
}
