package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.chain.Bundle;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ExpressLane;
import catallaxy.environment.market.chain.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * What takes the commands that arrive at chains: transactions and bundles go on to the chain, bids to the auction of its express lane.
 * A chain with such a lane holds back the transactions of those who do not have it. Numbers what it takes in the order of arrival.
 */
final class ChainInbox implements Inbox {
    private final EngineView market;
    private final MarketState state;

    ChainInbox(EngineView market) {
        this.market = market;
        this.state = market.state;
    }

    @Override
    public Optional<String> receive(int place, int participant, MarketCommand command) {
        switch (command) {
            case MarketCommand.SubmitTransaction transaction -> admitOrHold(participant, transaction);
            case MarketCommand.SubmitBundle bundle -> admit(participant, bundle);
            case MarketCommand.BidForRound bid -> {
                return bid(participant, bid);
            }
            case MarketCommand.PlaceOrder _,
                    MarketCommand.CancelOrder _,
                    MarketCommand.CancelAllOrders _,
                    MarketCommand.ReplaceOrder _,
                    MarketCommand.Withdraw _ ->
                throw new IllegalStateException("a command on its way to chain " + place + ": " + command);
        }
        return Optional.empty();
    }

    private void admitOrHold(int participant, MarketCommand.SubmitTransaction command) {
        Chain chain = state.chains[command.chain()];
        long delay = hasLane(chain) ? chain.lane().delayNanos(state.timeNanos, participant) : 0;
        if (delay > 0) {
            chain.lane().hold(participant, command);
            state.schedule(state.timeNanos + delay, EventKind.HELD_TRANSACTION, command.chain(), 0);
        } else {
            admit(participant, command);
        }
    }

    /** Lets the transaction go on that a chain has held back longest. */
    void release(int chain) {
        ExpressLane.Delayed held = state.chains[chain].lane().release();
        admit(held.participant(), held.command());
    }

    private void admit(int participant, MarketCommand.SubmitTransaction command) {
        long gasLimit =
                command.gasLimit() == MarketCommand.ENOUGH_GAS ? market.gasLimit(command.call()) : command.gasLimit();
        Transaction transaction = new Transaction(
                state.transactions++,
                participant,
                command.nonce(),
                gasLimit,
                command.maxFeePerGasWei(),
                command.maxPriorityFeePerGasWei(),
                command.deadlineNanos(),
                command.call());
        state.chains[command.chain()].receive(
                state.settlement, state.timeNanos, market.calls(command.chain()), transaction);
    }

    private void admit(int participant, MarketCommand.SubmitBundle command) {
        SeenChain chain = market.seen(command.chain());
        List<BundleItem> items = command.items().stream().map(chain::limited).toList();
        Bundle.Terms terms = new Bundle.Terms(
                command.bidWei(), command.firstBlock(), command.lastBlock(), command.mayRevert(), command.builder());
        Bundle bundle =
                new Bundle(state.transactions++, participant, command.bundleId(), items, terms, command.strategy());
        state.chains[command.chain()].receive(state.settlement, state.timeNanos, bundle);
    }

    private Optional<String> bid(int participant, MarketCommand.BidForRound bid) {
        Chain chain = state.chains[bid.chain()];
        return hasLane(chain)
                ? chain.lane().bid(state.timeNanos, state.transactions++, participant, bid)
                : Optional.of("NO_EXPRESS_LANE");
    }

    private static boolean hasLane(Chain chain) {
        return chain.spec().blocks().ordering() == ChainSpec.Ordering.EXPRESS_LANE;
    }
}
