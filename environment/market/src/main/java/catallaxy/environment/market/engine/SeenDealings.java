package catallaxy.environment.market.engine;

import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.Dealings;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.chain.Transaction;
import java.util.ArrayList;
import java.util.List;

/** What a participant has sent to this market. */
record SeenDealings(MarketState state, int participant) implements Dealings {
    private Totals totals() {
        return state.settlement.totals(participant);
    }

    @Override
    public int pending(int place) {
        int underWay = state.network.connection(participant, place).size();
        return place < state.chains.length
                ? state.chains[place].waiting(participant)
                        + state.chains[place].lane().heldBackOf(participant)
                        + underWay
                : underWay;
    }

    @Override
    public long nonce(int chain) {
        return state.chains[chain].nonce(participant);
    }

    @Override
    public List<PendingTransaction> transactions(int chain) {
        List<PendingTransaction> transactions = new ArrayList<>();
        for (Transaction each : state.chains[chain].waitingOf(participant)) {
            transactions.add(new PendingTransaction(command(chain, each), true));
        }
        for (MarketCommand.SubmitTransaction each : state.chains[chain].lane().heldBack(participant)) {
            transactions.add(new PendingTransaction(each, false));
        }
        for (MarketCommand each : state.network.connection(participant, chain)) {
            if (each instanceof MarketCommand.SubmitTransaction transaction) {
                transactions.add(new PendingTransaction(transaction, false));
            }
        }
        return transactions;
    }

    /** A transaction of a mempool as the command that sent it, with its nonce and gas limit. */
    static MarketCommand.SubmitTransaction command(int chain, Transaction each) {
        return new MarketCommand.SubmitTransaction(
                chain,
                each.call(),
                each.nonce(),
                each.gasLimit(),
                each.maxFeePerGasWei(),
                each.maxPriorityFeePerGasWei(),
                each.deadlineNanos());
    }

    @Override
    public long meanDelayNanos(int place) {
        return state.network.meanDelayNanos(participant, place);
    }

    @Override
    public long fills() {
        return totals().fills();
    }

    @Override
    public double costsQuote() {
        return totals().feesPaidQuote() + totals().gasPaidQuote();
    }

    @Override
    public long refusals() {
        return totals().rejected() + totals().reverted();
    }
}
