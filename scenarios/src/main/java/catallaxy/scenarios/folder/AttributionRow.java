package catallaxy.scenarios.folder;

import java.util.ArrayList;
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
        List<Object> cells = new ArrayList<>(List.of(timeSeconds, agent));
        cells.addAll(RecordFields.of(parts).values());
        return cells;
    }
}
