package catallaxy.environment.market;

/**
 * Copies of the market in which an agent can try what it might do: offered by the {@linkplain catallaxy.environment.api.Account account}
 * that a simulated market shows to an agent, which looks whether its account is one.
 *
 * <p>A copy has the present as it is on chains, exchanges and bridges, with what others have sent and what waits, which is more than the
 * agent observes. The world's prices, which no agent sees, are those that venues show; and what comes is drawn anew, see {@link
 * Market#divert}. Ask while you decide.
 */
@FunctionalInterface
public interface LookAhead {
    /**
     * A copy at this epoch, with the same agents due.
     *
     * @param luck the same gives the same future for the same actions; two give independent ones, neither the market's own
     */
    MarketEnvironment fork(long luck);
}
