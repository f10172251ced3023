package catallaxy.scenarios.folder;

import java.util.List;

/**
 * A row of {@code equity.csv}: what an agent was worth at a time, in the quote asset; unknown numbers are {@code NaN}.
 *
 * @param timeSeconds    simulated; exact where a run writes it, a double where it is read
 * @param equity         at the world's prices
 * @param drawdown       fraction below the running peak of the equity
 * @param equityAtVenues at the prices that venues show
 */
public record EquityRow(Number timeSeconds, String agent, double equity, double drawdown, double equityAtVenues)
        implements Row {
    @Override
    public List<Object> cells() {
        return List.of(timeSeconds, agent, equity, drawdown, equityAtVenues);
    }
}
