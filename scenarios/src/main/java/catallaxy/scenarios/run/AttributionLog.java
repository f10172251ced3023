package catallaxy.scenarios.run;

import catallaxy.environment.market.Market;
import catallaxy.scenarios.attribution.Attribution;
import catallaxy.scenarios.attribution.Part;
import catallaxy.scenarios.attribution.Parts;
import catallaxy.scenarios.attribution.RoundedParts;
import catallaxy.scenarios.folder.AttributionRow;
import catallaxy.scenarios.folder.ProfitParts;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code attribution.csv}: what each cause has brought each agent, whenever the equity is sampled. */
final class AttributionLog implements Closeable {
    private final RunNames names;
    private final Attribution attribution;
    /** {@code [agents]} */
    private final List<RoundedParts> rounded;

    private final CsvLog<AttributionRow> out;

    AttributionLog(Path file, RunNames names, Attribution attribution) throws IOException {
        this.names = names;
        this.attribution = attribution;
        this.rounded =
                names.market().agentIds().stream().map(_ -> new RoundedParts()).toList();
        this.out = new CsvLog<>(file, AttributionRow.class);
    }

    void sample(long timeNanos) throws IOException {
        Market market = names.market();
        BigDecimal time = RunDecimals.exactSeconds(timeNanos);
        List<Parts> all = attribution.parts();
        for (int agent = 0; agent < all.size(); agent++) {
            double earned = market.engine().equity(market.seat(agent).participant())
                    - market.seat(agent).initialEquity();
            ProfitParts parts = published(rounded.get(agent), all.get(agent), RunDecimals.profit(earned));
            out.add(new AttributionRow(time, names.agentId(agent), parts));
        }
    }

    /** The parts as they are written, whose decimals sum to those of the profit. */
    static ProfitParts published(RoundedParts rounded, Parts parts, double profit) {
        rounded.round(parts, Double.isFinite(profit) ? BigDecimal.valueOf(profit) : parts.total());
        return new ProfitParts(
                rounded.of(Part.SPREAD),
                rounded.of(Part.ADVERSE_SELECTION),
                rounded.of(Part.INVENTORY),
                rounded.of(Part.ARBITRAGE),
                rounded.of(Part.LP_FEES),
                rounded.of(Part.LOSS_VERSUS_REBALANCING),
                rounded.of(Part.CLAIMS),
                rounded.of(Part.MEV_LOST),
                rounded.of(Part.FEES),
                rounded.of(Part.BRIDGE_FEES),
                rounded.of(Part.GAS),
                rounded.of(Part.TRANSFERS));
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
