package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import java.util.Optional;

/** What takes the commands that arrive at places of one sort. */
sealed interface Inbox permits ChainInbox, ExchangeInbox {
    /**
     * Takes a command that has arrived.
     *
     * @return why it was refused, or empty
     * @throws IllegalStateException if such a command is never sent to such a place
     */
    Optional<String> receive(int place, int participant, MarketCommand command);
}
