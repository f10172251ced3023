package catallaxy.environment.api;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

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

    /** Open orders on a book: bids first, best price first, oldest first. */
    List<OpenOrder> orders(int venue);

    /**
     * How much of what was sent to a place has had no effect yet: commands on their way to an exchange, transactions that
     * are neither executed nor dropped on a chain.
     */
    int pending(int place);

    /** How much of what was sent so far was refused, dropped or reverted. */
    long refusals();

    /** Base fee of a chain's next block, wei per gas. */
    long baseFeeWei(int chain);

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
        public int pending(int place) {
            return 0;
        }

        @Override
        public long refusals() {
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
