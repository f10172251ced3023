package catallaxy.environment.api;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an agent has in the market, exactly: what is needed to send {@link Action.Commands commands}. Venues, chains, assets and
 * places are the scenario's indices; a place is a chain or an exchange.
 *
 * <p>It looks at the market itself, so read it while you decide and keep what you read, not the account.
 */
public interface Account {
    /** Free base units at a place: without what open orders hold and what is on its way. */
    UInt256 balance(int place, int asset);

    /** Liquidity shares in a pool, base units. */
    UInt256 shares(int pool);

    /** Open orders on a book: bids first, best price first, oldest first; then stop orders in the order in which trades would reach them. */
    List<OpenOrder> orders(int venue);

    /** Lots at the price of an open order that trade before it; empty if it is not open. */
    OptionalLong lotsAhead(int venue, long clientOrderId);

    /** Best prices of a side of a book, everybody's orders together, the best first: at most {@code most} of them, and at most 16. */
    List<PriceLevel> levels(int venue, Side side, int most);

    /** What a venue on a chain would give now; empty for one that does not quote, such as a book. */
    default Optional<Quoting> quoting(int venue) {
        return venue(venue, Quoting.class);
    }

    /**
     * What a venue offers of a capability of {@code catallaxy.environment.api.venue}: options, loans, ranges; empty where it does not. What
     * asks for an account means {@link #number}.
     */
    <T> Optional<T> venue(int venue, Class<T> capability);

    /** Number of this account at a place, by which the venues there know it. */
    int number(int place);

    /**
     * How much of what was sent to a place has had no effect yet: commands on their way to an exchange, transactions that
     * are neither executed nor dropped on a chain.
     */
    int pending(int place);

    /** How much of what was sent so far was refused, dropped or reverted. */
    long refusals();

    /** Executions so far: each match on a book, each swap on a chain. */
    long fills();

    /** Nonce of the transaction that a block of a chain can execute next: how many were executed there. */
    long nonce(int chain);

    /**
     * Transactions that were sent to a chain and are neither executed nor dropped: those that wait, by nonce, then those on their way
     * in the order in which they were sent.
     */
    List<PendingTransaction> transactions(int chain);

    /** Number of a chain's latest block. */
    default long blockNumber(int chain) {
        return 0;
    }

    /** All transactions that wait in a chain's mempool, in the order of their arrival; none where it cannot be seen. */
    default List<PublicTransaction> mempool(int chain) {
        return List.of();
    }

    /** What bundles that wait bid, in the order of their arrival; none where bids are sealed or a chain takes no bundles. */
    default List<BundleBid> bundleBids(int chain) {
        return List.of();
    }

    /** What would become of a bundle of this account's at the top of a chain's next block, as chain and mempool are now. */
    default BundleTrial simulate(int chain, List<BundleItem> items) {
        return new BundleTrial("CANNOT_BE_TRIED", 0, List.of(), List.of());
    }

    /** The earliest round of a chain's express lane that can still be bid for; −1 on a chain without one. */
    default long openRound(int chain) {
        return -1;
    }

    /** Gas units of a transaction whose call succeeds, as a rule. */
    long gasEstimate(int chain, Call call);

    /** Base fee of a chain's next block, wei per gas. */
    long baseFeeWei(int chain);

    /** Blob base fee of a chain's next block, wei per unit of blob gas; 0 on a chain without blobs. */
    default long blobBaseFeeWei(int chain) {
        return 0;
    }

    /** What a transaction with this call pays at present for its data besides gas, wei; nothing on most chains. */
    default UInt256 dataFeeWei(int chain, Call call) {
        return UInt256.ZERO;
    }

    /** A transaction with the next nonce, enough gas and no deadline that can pay twice the base fee and tips a tenth of it. */
    MarketCommand.SubmitTransaction transaction(int chain, Call call);

    /** One that has nothing, where there is no market. */
    Account NONE = new Account() {
        @Override
        public UInt256 balance(int place, int asset) {
            return UInt256.ZERO;
        }

        @Override
        public UInt256 shares(int pool) {
            return UInt256.ZERO;
        }

        @Override
        public List<OpenOrder> orders(int venue) {
            return List.of();
        }

        @Override
        public OptionalLong lotsAhead(int venue, long clientOrderId) {
            return OptionalLong.empty();
        }

        @Override
        public List<PriceLevel> levels(int venue, Side side, int most) {
            return List.of();
        }

        @Override
        public <T> Optional<T> venue(int venue, Class<T> capability) {
            return Optional.empty();
        }

        @Override
        public int number(int place) {
            return -1;
        }

        @Override
        public int pending(int place) {
            return 0;
        }

        @Override
        public long refusals() {
            return 0;
        }

        @Override
        public long fills() {
            return 0;
        }

        @Override
        public long nonce(int chain) {
            return 0;
        }

        @Override
        public List<PendingTransaction> transactions(int chain) {
            return List.of();
        }

        @Override
        public long gasEstimate(int chain, Call call) {
            return 0;
        }

        @Override
        public long baseFeeWei(int chain) {
            return 0;
        }

        @Override
        public MarketCommand.SubmitTransaction transaction(int chain, Call call) {
            return new MarketCommand.SubmitTransaction(
                    chain, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 0, 0, MarketCommand.NO_DEADLINE);
        }
    };
}
