package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.TradeRow;

/**
 * One row of {@code trades.csv}: a fill of one participant, buying or selling {@code base} against {@code quote}.
 *
 * @param buy whether the participant received the base asset
 * @param price in units of {@code quote}, as the row states it
 * @param notional, fee, gas in the run's quote asset, converted at the world's price if {@code quote} is another
 * @param maker whether the participant's resting order was filled
 * @param worldPrice of {@code base} in {@code quote} at the latest sample; {@code NaN} where there is none
 */
public record Fill(
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

    /** Whether it has a place in a chart. */
    public boolean isDrawable() {
        return Double.isFinite(seconds) && Double.isFinite(price) && Double.isFinite(quantity);
    }

    static Fill of(TradeRow row, WorldPrices world) {
        double seconds = row.timeSeconds().doubleValue();
        double worth = world.at(row.quote(), seconds);
        double converted = Double.isNaN(worth) ? 1 : worth;
        return new Fill(
                seconds,
                row.agent(),
                row.venue(),
                row.side().equals("buy"),
                row.base(),
                row.quote(),
                row.quantity().doubleValue(),
                row.price().doubleValue(),
                row.notional().doubleValue() * converted,
                row.fee().doubleValue() * converted,
                row.gas(),
                row.liquidity().equals("maker"),
                world.at(row.base(), seconds) / worth);
    }
}
