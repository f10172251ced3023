package catallaxy.environment.market.role;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.Gateway;

/**
 * A way into the market on which transactions tip the proposer more or less than they say: {@code multiple} times as much, rounded to a wei
 * per gas. What they may pay in all grows or shrinks by the difference.
 */
record Tipping(Gateway gateway, double multiple) implements Gateway {
    @Override
    public int participant() {
        return gateway.participant();
    }

    @Override
    public void submit(MarketCommand command) {
        gateway.submit(command instanceof MarketCommand.SubmitTransaction sent ? tipped(sent) : command);
    }

    private MarketCommand.SubmitTransaction tipped(MarketCommand.SubmitTransaction sent) {
        long usual = sent.maxPriorityFeePerGasWei();
        long tip = Math.round(usual * multiple);
        return new MarketCommand.SubmitTransaction(
                sent.chain(),
                sent.call(),
                sent.nonce(),
                sent.gasLimit(),
                sent.maxFeePerGasWei() - usual + tip,
                tip,
                sent.deadlineNanos());
    }

    @Override
    public void notSent(MarketCommand command, String reason) {
        gateway.notSent(command, reason);
    }

    @Override
    public void cut() {
        gateway.cut();
    }
}
