package catallaxy.environment.market.trace;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.number.UInt256;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happened in the market. Venues, chains, exchanges, bridges, assets, agents and participants are the
 * scenario's indices; amounts are base units; times are ns since the start.
 */
public sealed interface MarketEvent
        permits BookEvent,
                MarketEvent.PriceMoved,
                MarketEvent.RegimeChanged,
                MarketEvent.CommandRejected,
                MarketEvent.TransactionExecuted,
                MarketEvent.TransactionDropped,
                MarketEvent.BlockProduced,
                MarketEvent.BlobsPosted,
                MarketEvent.DataPaid,
                MarketEvent.PoolSwapped,
                MarketEvent.LiquidityChanged,
                MarketEvent.VenueChanged,
                MarketEvent.ChainReorganised,
                MarketEvent.PlaceHalted,
                MarketEvent.PlaceResumed,
                MarketEvent.BundleIncluded,
                MarketEvent.BundleDropped,
                MarketEvent.BlockAuctioned,
                MarketEvent.LaneSold,
                MarketEvent.AgentDecided,
                MarketEvent.RiskIntervened,
                TransportEvent {
    /** Stands for a participant where an event has none. */
    int NOBODY = -1;

    /** When it happened, simulated ns since the start. */
    long timeNanos();

    /** All kinds of events: the records below this and below its families, in no order. */
    static List<Class<?>> kinds() {
        return records(MarketEvent.class).toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(MarketEvent::records)
                : Stream.of(type);
    }

    /** Adds every field to the digest, after a number that is the kind's own. */
    void into(TraceDigest digest);

    /** The world's prices moved; quote units per whole unit of the asset. */
    record PriceMoved(long timeNanos, int asset, double price) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(1).add(timeNanos).add(asset).add(price);
        }
    }

    /** The world entered another regime. */
    record RegimeChanged(long timeNanos, String regime) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(2).add(timeNanos).add(regime);
        }
    }

    /** A command was refused; nothing changed. */
    record CommandRejected(long timeNanos, int participant, String command, String reason) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(6).add(timeNanos).add(participant).add(command).add(reason);
        }
    }

    /** A transaction was executed in a block; {@code reason} is empty where it succeeded. */
    record TransactionExecuted(
            long timeNanos,
            int chain,
            long block,
            int participant,
            long nonce,
            String call,
            String reason,
            long gasUsed,
            long effectiveGasPriceWei)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(7).add(timeNanos).add(chain).add(block).add(participant).add(nonce);
            digest.add(call).add(reason).add(gasUsed).add(effectiveGasPriceWei);
        }

        /** Whether the call had its effect; else it reverted, and {@code reason} says why. */
        public boolean succeeded() {
            return reason.isEmpty();
        }
    }

    /** A transaction left the mempool, or never entered it, without being executed. */
    record TransactionDropped(long timeNanos, int chain, int participant, long nonce, String reason)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(8).add(timeNanos).add(chain).add(participant).add(nonce).add(reason);
        }
    }

    /** A block was produced; {@code gasUsed} counts unseen users too. */
    record BlockProduced(
            long timeNanos, int chain, long block, long baseFeeWei, long gasUsed, int transactions, int reverted)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(9).add(timeNanos).add(chain).add(block).add(baseFeeWei).add(gasUsed);
            digest.add(transactions).add(reverted);
        }
    }

    /**
     * Blobs are in the block that is told of next.
     *
     * @param baseFeeWei  wei per unit of blob gas
     * @param blobGasUsed 131,072 units a blob
     */
    record BlobsPosted(long timeNanos, int chain, long block, long baseFeeWei, long blobGasUsed)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(18).add(timeNanos).add(chain).add(block).add(baseFeeWei).add(blobGasUsed);
        }
    }

    /** The transaction that is told of next paid for its data, besides gas, wei. */
    record DataPaid(long timeNanos, int chain, long block, int participant, long nonce, UInt256 feeWei)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(19).add(timeNanos).add(chain).add(block).add(participant).add(nonce);
            digest.add(feeWei);
        }
    }

    /** A pool swapped. */
    record PoolSwapped(
            long timeNanos, int venue, int participant, boolean zeroForOne, UInt256 amountIn, UInt256 amountOut)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(10).add(timeNanos).add(venue).add(participant).add(zeroForOne ? 1 : 0);
            digest.add(amountIn).add(amountOut);
        }
    }

    /** Liquidity was added to a pool ({@code added}) or taken out of it. */
    record LiquidityChanged(
            long timeNanos, int venue, int participant, boolean added, UInt256 amount0, UInt256 amount1, UInt256 shares)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(11).add(timeNanos).add(venue).add(participant).add(added ? 1 : 0);
            digest.add(amount0).add(amount1).add(shares);
        }
    }

    /**
     * Something happened at a venue that its protocol alone knows.
     *
     * @param participant who sent the transaction or owns the position, or {@link #NOBODY}
     * @param change      what happened, a verb in the past tense: borrowed, seized, bought, expired
     * @param details     of it, in the protocol's order
     */
    record VenueChanged(long timeNanos, int venue, int participant, String change, List<Detail> details)
            implements MarketEvent {
        public VenueChanged {
            details = List.copyOf(details);
        }

        @Override
        public void into(TraceDigest digest) {
            digest.add(22).add(timeNanos).add(venue).add(participant).add(change);
            add(digest, details);
        }
    }

    private static void add(TraceDigest digest, List<Detail> details) {
        digest.add(details.size());
        details.forEach(each -> digest.add(each.name).add(each.asset).add(each.units));
    }

    /**
     * A quantity that an event tells.
     *
     * @param name  what it is
     * @param asset of which it is base units, or {@link #A_NUMBER}
     */
    record Detail(String name, int asset, UInt256 units) {
        /** A detail that is a number and no amount. */
        public static final int A_NUMBER = -1;

        /** A number. */
        public static Detail number(String name, long number) {
            return new Detail(name, A_NUMBER, UInt256.of(number));
        }
    }

    /**
     * The latest blocks of a chain were replaced by empty ones; their transactions wait again.
     *
     * @param depth how many blocks
     * @param block the last one that stands
     */
    record ChainReorganised(long timeNanos, int chain, int depth, long block) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(16).add(timeNanos).add(chain).add(depth).add(block);
        }
    }

    /** A chain makes no blocks any more, or an exchange refuses everything, until it goes on. */
    record PlaceHalted(long timeNanos, int place) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(23).add(timeNanos).add(place);
        }
    }

    /** A chain or an exchange that stood still goes on. */
    record PlaceResumed(long timeNanos, int place) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(24).add(timeNanos).add(place);
        }
    }

    /**
     * A bundle's transactions, which were told of just before, are all in the block.
     *
     * @param strategy     what its sender says that it is meant to do
     * @param transactions how many it has, those of others included
     * @param gasWei       what its sender paid for the gas and data of its own
     * @param bidWei       what its sender paid besides to who built the block
     * @param changes      by how much the sender's holdings there changed in all, gas and bid included: details named gained and lost
     */
    record BundleIncluded(
            long timeNanos,
            int chain,
            long block,
            int participant,
            long bundleId,
            String strategy,
            int transactions,
            UInt256 gasWei,
            UInt256 bidWei,
            List<Detail> changes)
            implements MarketEvent {
        public BundleIncluded {
            changes = List.copyOf(changes);
        }

        @Override
        public void into(TraceDigest digest) {
            digest.add(27).add(timeNanos).add(chain).add(block).add(participant).add(bundleId);
            digest.add(strategy).add(transactions).add(gasWei).add(bidWei);
            add(digest, changes);
        }
    }

    /** A bundle was left out of every block that it was meant for, or refused; {@code reason} is that of the last of them. */
    record BundleDropped(long timeNanos, int chain, int participant, long bundleId, String strategy, String reason)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(28).add(timeNanos).add(chain).add(participant).add(bundleId);
            digest.add(strategy).add(reason);
        }
    }

    /**
     * The proposer sold the block that is told of next to a builder.
     *
     * @param builder  who bid most
     * @param builders how many bid
     * @param valueWei what the block was worth to its builder: priority fees and bids
     * @param bidWei   what the builder paid the proposer
     */
    record BlockAuctioned(
            long timeNanos, int chain, long block, int builder, int builders, UInt256 valueWei, UInt256 bidWei)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(29).add(timeNanos).add(chain).add(block).add(builder).add(builders);
            digest.add(valueWei).add(bidWei);
        }
    }

    /**
     * The express lane of a chain was sold for a round.
     *
     * @param bids     how many there were
     * @param priceWei what the winner paid
     */
    record LaneSold(long timeNanos, int chain, long round, int participant, int bids, UInt256 priceWei)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(30).add(timeNanos).add(chain).add(round).add(participant).add(bids);
            digest.add(priceWei);
        }
    }

    /** An agent's decision was applied; {@code fingerprint} is a hash of it. */
    record AgentDecided(long timeNanos, int agent, long epoch, long fingerprint) implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(14).add(timeNanos).add(agent).add(epoch).add(fingerprint);
        }
    }

    /** A risk agent changed another agent's scale; 0 halts it. */
    record RiskIntervened(long timeNanos, int riskAgent, int agent, double fromScale, double toScale, String reason)
            implements MarketEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(15)
                    .add(timeNanos)
                    .add(riskAgent)
                    .add(agent)
                    .add(fromScale)
                    .add(toScale)
                    .add(reason);
        }
    }
}
