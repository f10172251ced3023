package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/** One who sends transactions to the main chain, whose first base fee is 20 gwei, and all that became of them. */
final class Sender {
    static final long GWEI = 1_000_000_000L;
    static final long SECOND = 1_000_000_000L;
    static final long BASE_FEE = 20 * GWEI;

    final MarketEngine market;
    final int participant;
    final int other;
    final List<MarketEvent.TransactionExecuted> executed = new ArrayList<>();
    final List<MarketEvent.TransactionDropped> dropped = new ArrayList<>();

    Sender(UInt256 wei) {
        market = MarketEngine.of(TestMarket.spec(0, 0), 1);
        participant = market.openParticipant(
                "sender",
                List.of(
                        new Endowment(MAINNET, ETH, wei),
                        new Endowment(MAINNET, USDC, TestMarket.units(USDC, "100000"))));
        other = market.openParticipant("other", TestMarket.plenty());
        market.observe(event -> {
            if (event instanceof MarketEvent.TransactionExecuted each) {
                executed.add(each);
            } else if (event instanceof MarketEvent.TransactionDropped each) {
                dropped.add(each);
            }
        });
    }

    Sender(String ether) {
        this(TestMarket.units(ETH, ether));
    }

    /** A call that takes nothing of the gas asset: 51 000 gas. */
    Call sendDollar() {
        return new Call.Transfer(other, USDC, UInt256.of(1_000_000));
    }

    Call sendEther(UInt256 wei) {
        return new Call.Transfer(other, ETH, wei);
    }

    /** A swap of dollars that succeeds: 120 000 gas. */
    static Call swap() {
        return new Call.Swap(List.of(ETH_MAINNET), USDC, UInt256.of(1_000_000), UInt256.ZERO);
    }

    /** A swap that wants more than there is: reverts after 44 550 gas beside the transaction's 21 000. */
    static Call greedySwap() {
        return new Call.Swap(List.of(ETH_MAINNET), USDC, UInt256.of(1_000_000), UInt256.MAX);
    }

    Sender submit(Call call, long nonce, long gasLimit, long capWei, long tipWei) {
        return submit(call, nonce, gasLimit, capWei, tipWei, 3_600 * SECOND);
    }

    Sender submit(Call call, long nonce, long gasLimit, long capWei, long tipWei, long deadlineNanos) {
        market.submit(
                participant,
                new MarketCommand.SubmitTransaction(MAINNET, call, nonce, gasLimit, capWei, tipWei, deadlineNanos));
        return this;
    }

    Sender runUntil(long seconds) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
        return this;
    }

    /** Runs until just behind the first block. */
    Sender firstBlock() {
        return runUntil(13);
    }

    UInt256 wei() {
        return market.balance(participant, MAINNET, ETH);
    }

    List<String> dropReasons() {
        return dropped.stream().map(MarketEvent.TransactionDropped::reason).toList();
    }

    List<String> outcomes() {
        return executed.stream().map(MarketEvent.TransactionExecuted::reason).toList();
    }

    static UInt256 product(long wei, long gas) {
        return UInt256.of(wei).timesExact(UInt256.of(gas));
    }
}
