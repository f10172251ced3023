package catallaxy.environment.market.trace;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.number.UInt256;

/** Something that happened to an asset on its way from place to place, or in a bridge's pool. */
public sealed interface TransportEvent extends MarketEvent {
    /** The bridge or the exchange. */
    String via();

    /** Whose it is. */
    int participant();

    /** What is moved. */
    int asset();

    /** How much of it. */
    UInt256 amount();

    /** An asset set out for another place; {@code via} is the bridge or the exchange. */
    record FundsSent(long timeNanos, String via, int participant, int asset, int fromPlace, int toPlace, UInt256 amount)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(12)
                    .add(timeNanos)
                    .add(via)
                    .add(participant)
                    .add(asset)
                    .add(fromPlace)
                    .add(toPlace);
            digest.add(amount);
        }
    }

    /** An asset arrived; {@code returned} tells that it came back because the transfer failed. */
    record FundsArrived(
            long timeNanos, String via, int participant, int asset, int place, UInt256 amount, boolean returned)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(13).add(timeNanos).add(via).add(participant).add(asset).add(place);
            digest.add(amount).add(returned ? 1 : 0);
        }
    }

    /**
     * A bridge transfer or deposit was in a block that was replaced: nothing arrives, unless its transaction is executed again.
     *
     * @param confirmations blocks that it had, its own included
     */
    record FundsRecalled(
            long timeNanos, String via, int participant, int asset, int fromPlace, UInt256 amount, int confirmations)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(17).add(timeNanos).add(via).add(participant).add(asset).add(fromPlace);
            digest.add(amount).add(confirmations);
        }
    }

    /** A bridge could not deliver a transfer, which comes back: {@code reason} says why. */
    record TransferFailed(long timeNanos, String via, int participant, int asset, UInt256 amount, String reason)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(25).add(timeNanos).add(via).add(participant).add(asset).add(amount);
            digest.add(reason);
        }
    }

    /**
     * Validators of a bridge were bribed to attest that an amount had left for a chain.
     *
     * @param signers how many signed
     * @param bribes  that they took, base units of the quote asset
     */
    record MessageForged(
            long timeNanos,
            String via,
            int participant,
            int asset,
            int chain,
            UInt256 amount,
            int signers,
            UInt256 bribes)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(31).add(timeNanos).add(via).add(participant).add(asset).add(chain);
            digest.add(amount).add(signers).add(bribes);
        }
    }

    /**
     * A bridge paid out for a forged message: it is short of the amount from now on.
     *
     * @param received by the forger, after the bridge's fees
     */
    record ForgeryPaid(
            long timeNanos, String via, int participant, int asset, int chain, UInt256 amount, UInt256 received)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(32).add(timeNanos).add(via).add(participant).add(asset).add(chain);
            digest.add(amount).add(received);
        }
    }

    /**
     * A forged message was found, and its signers lost their stakes; {@code participant} had bribed them.
     *
     * @param asset      the quote asset
     * @param amount     of the stakes
     * @param validators that lost theirs
     */
    record ValidatorsSlashed(long timeNanos, String via, int participant, int asset, UInt256 amount, int validators)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(33).add(timeNanos).add(via).add(participant).add(asset);
            digest.add(amount).add(validators);
        }
    }

    /** Liquidity became part of a bridge's pool on a chain ({@code added}), or was taken out of it. */
    record BridgeLiquidityChanged(
            long timeNanos,
            String via,
            int participant,
            int asset,
            int chain,
            boolean added,
            UInt256 amount,
            UInt256 shares)
            implements TransportEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(26).add(timeNanos).add(via).add(participant).add(asset).add(chain);
            digest.add(added ? 1 : 0).add(amount).add(shares);
        }
    }
}
