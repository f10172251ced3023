package catallaxy.environment.market.chain;

import catallaxy.environment.market.command.Call;

/** Carries out the call of a transaction: wholly, or not at all. */
@FunctionalInterface
public interface CallExecutor {
    /**
     * Executes a call.
     *
     * @return empty if it succeeded, else the reason with which it reverted, every effect undone
     */
    String execute(long now, int participant, Call call);
}
