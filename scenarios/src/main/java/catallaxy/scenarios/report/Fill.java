package catallaxy.scenarios.report;

import java.util.List;

/**
 * One row of {@code trades.csv}: a fill of one participant, buying or selling {@code base} against {@code quote}.
 *
 * @param buy whether the participant received the base asset
 * @param price in units of {@code quote}, as the row states it
 * @param notional, fee, gas in the run's quote asset, converted at the world's price if {@code quote} is another
 * @param maker whether the participant's resting order was filled
 * @param worldPrice of {@code base} in {@code quote} at the latest sample; {@code NaN} where there is none
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
        double worldPrice) {

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
            "liquidity");

    /** Whether it has a place in a chart. */
    boolean isDrawable() {
        return Double.isFinite(seconds) && Double.isFinite(price) && Double.isFinite(quantity);
    }

    static Fill of(CsvRow row, WorldPrices world) throws ReportException {
        double seconds = row.number(0);
        double worth = world.at(row.text(5), seconds);
        double converted = Double.isNaN(worth) ? 1 : worth;
        return new Fill(
                seconds,
                row.text(1),
                row.text(2),
                row.text(3).equals("buy"),
                row.text(4),
                row.text(5),
                row.number(6),
                row.number(7),
                row.number(8) * converted,
                row.number(9) * converted,
                row.number(10),
                row.text(11).equals("maker"),
                world.at(row.text(4), seconds) / worth);
    }
}
