package catallaxy.scenarios.report;

import java.util.List;

/**
 * One row of {@code trades.csv}: a fill of one participant, buying or selling {@code base} against {@code quote}.
 *
 * @param buy whether the participant received the base asset
 * @param maker whether the participant's resting order was filled
 * @param notional, fee, gas in units of the report's quote asset
 * @param reference the world's price at that time; {@code NaN} where there is none
 */
record Fill(
        double seconds,
        String participant,
        String venue,
        boolean buy,
        String base,
        String quote,
        double quantity,
        double price,
        double notional,
        double fee,
        double gas,
        boolean maker,
        double reference) {

    static final List<String> COLUMNS = List.of(
            "timeSeconds",
            "agent",
            "venue",
            "side",
            "base",
            "quote",
            "quantity",
            "price",
            "notional",
            "fee",
            "gas",
            "liquidity",
            "reference");

    /** Whether it has a place in a chart. */
    boolean isDrawable() {
        return Double.isFinite(seconds) && Double.isFinite(price) && Double.isFinite(quantity);
    }

    static Fill of(CsvRow row) throws ReportException {
        return new Fill(
                row.number(0),
                row.text(1),
                row.text(2),
                row.text(3).equals("buy"),
                row.text(4),
                row.text(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.text(11).equals("maker"),
                row.number(12));
    }
}
