package catallaxy.scenarios.run;

import catallaxy.environment.market.Market;
import catallaxy.scenarios.attribution.Attribution;
import catallaxy.scenarios.attribution.Part;
import catallaxy.scenarios.attribution.Parts;
import catallaxy.scenarios.folder.AttributionRow;
import catallaxy.scenarios.folder.ProfitParts;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes {@code attribution.csv}: what each cause has brought each agent, whenever the equity is sampled. */
final class AttributionLog implements Closeable {
    private final RunNames names;
    private final Attribution attribution;
    private final CsvLog<AttributionRow> out;

    AttributionLog(Path file, RunNames names, Attribution attribution) throws IOException {
        this.names = names;
        this.attribution = attribution;
        this.out = new CsvLog<>(file, AttributionRow.class);
    }

    void sample(long timeNanos) throws IOException {
        Market market = names.market();
        List<Parts> all = attribution.parts();
        for (int agent = 0; agent < all.size(); agent++) {
            double earned = market.engine().equity(market.seat(agent).participant())
                    - market.seat(agent).initialEquity();
            ProfitParts parts = published(all.get(agent), RunDecimals.profit(earned));
            out.add(new AttributionRow(RunDecimals.exactSeconds(timeNanos), names.agentId(agent), parts));
        }
    }

    /** The parts as they are written, whose decimals sum to those of the profit. */
    static ProfitParts published(Parts parts, double profit) {
        BigDecimal whole = Double.isFinite(profit) ? BigDecimal.valueOf(profit) : parts.total();
        Map<Part, BigDecimal> amounts = parts.summingTo(whole);
        return new ProfitParts(
                amount(amounts, Part.SPREAD),
                amount(amounts, Part.ADVERSE_SELECTION),
                amount(amounts, Part.INVENTORY),
                amount(amounts, Part.ARBITRAGE),
                amount(amounts, Part.LP_FEES),
                amount(amounts, Part.LOSS_VERSUS_REBALANCING),
                amount(amounts, Part.MEV_LOST),
                amount(amounts, Part.FEES),
                amount(amounts, Part.BRIDGE_FEES),
                amount(amounts, Part.GAS),
                amount(amounts, Part.TRANSFERS));
    }

    /** Without zeros at its end, and without an exponent. */
    private static BigDecimal amount(Map<Part, BigDecimal> amounts, Part part) {
        BigDecimal amount = Objects.requireNonNull(amounts.get(part));
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
