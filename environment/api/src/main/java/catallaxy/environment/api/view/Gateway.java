package catallaxy.environment.api.view;

import catallaxy.environment.api.command.MarketCommand;

/** Through what one participant acts in a market. */
public interface Gateway {
    /** Who acts. */
    int participant();

    /** Sends a command on its way; what becomes of it is seen in the {@link MarketView}. */
    void submit(MarketCommand command);

    /**
     * Notes a command that was not sent because it could not have been carried out.
     *
     * @param reason in capitals and underscores, as a market words its refusals
     */
    void notSent(MarketCommand command, String reason);

    /** Notes a trade that was made smaller because the participant does not own what all of it needs. */
    void cut();
}
