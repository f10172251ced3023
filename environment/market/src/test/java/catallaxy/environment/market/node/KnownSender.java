package catallaxy.environment.market.node;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A participant who sends calls, and knows which of them each of its executed transactions was. One market's. */
public final class KnownSender {
    private final MarketEngine market;
    private final int chain;
    private final int participant;
    private final Deque<Call> under = new ArrayDeque<>();

    /** Somebody who owns a billion USDC and a million ETH at each place. */
    public KnownSender(MarketEngine market, int chain, String name) {
        this.market = market;
        this.chain = chain;
        this.participant = market.openParticipant(name, SmallMarket.everywhere(1e9, 1e6));
    }

    /** Its number. */
    public int participant() {
        return participant;
    }

    /** Its ledger account on the chain. */
    public int account() {
        return market.accounts().free(participant, chain);
    }

    /** Sends a call. */
    public void send(Call call) {
        assertThat(Gas.send(market, market.gateway(participant), chain, call, 100))
                .isTrue();
        under.add(call);
    }

    /**
     * A transaction that was executed.
     *
     * @param reason why it reverted; empty where it succeeded
     */
    public record Executed(Call call, String reason) {}

    /** The transaction that an event tells of: they are executed in the order in which they were sent. */
    public Optional<Executed> executed(MarketEvent event) {
        return event instanceof MarketEvent.TransactionExecuted executed && executed.participant() == participant
                ? Optional.of(new Executed(under.remove(), executed.reason()))
                : Optional.empty();
    }

    /** The call that an event says has succeeded. */
    public Optional<Call> succeeded(MarketEvent event) {
        return executed(event).filter(each -> each.reason().isEmpty()).map(Executed::call);
    }
}
