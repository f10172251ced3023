package catallaxy.scenarios.folder;

import java.util.List;

/**
 * A row of {@code attribution.csv}: what each cause has brought an agent up to a time, in the quote asset.
 *
 * @param timeSeconds simulated; exact where a run writes it, a double where it is read
 */
public record AttributionRow(
        Number timeSeconds, String agent, @Inline ProfitParts parts) implements Row {
    @Override
    public List<Object> cells() {
        return List.of(
                timeSeconds,
                agent,
                parts.spread(),
                parts.adverseSelection(),
                parts.inventory(),
                parts.arbitrage(),
                parts.lpFees(),
                parts.lossVersusRebalancing(),
                parts.claims(),
                parts.mevLost(),
                parts.fees(),
                parts.bridgeFees(),
                parts.gas(),
                parts.transfers());
    }
}
