package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import java.util.Optional;

/**
 * What a sender must own of the gas asset for a transaction to be valid, wei.
 * {@code gasLimit · maxFeePerGas + value}. EIP-1559, https://eips.ethereum.org/EIPS/eip-1559. On a rollup, what it charges for
 * data besides, as op-geth asks.
 *
 * @param gas   the gas limit at the fee cap, whatever will be used and charged, and the data
 * @param value what the call takes from the sender of the gas asset itself
 */
record Cost(UInt256 gas, UInt256 value) {
    static Cost of(Transaction transaction, CallExecutor executor) {
        return new Cost(
                Wei.times(transaction.maxFeePerGasWei(), transaction.gasLimit())
                        .plusExact(executor.dataFee(transaction.call())),
                executor.value(transaction.call()));
    }

    /** All of it; the largest number if it is more than that. */
    UInt256 total() {
        UInt256 room = UInt256.MAX.minusExact(gas);
        return room.isLessThan(value) ? UInt256.MAX : gas.plusExact(value);
    }

    /** What a balance leaves beyond the cost; empty if it does not cover it. */
    Optional<UInt256> leftOf(UInt256 balance) {
        if (balance.isLessThan(gas) || balance.minusExact(gas).isLessThan(value)) {
            return Optional.empty();
        }
        return Optional.of(balance.minusExact(gas).minusExact(value));
    }
}
