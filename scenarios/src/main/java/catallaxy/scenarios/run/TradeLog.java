package catallaxy.scenarios.run;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.folder.TradeRow;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code trades.csv}: a row for each execution of an agent. Swaps wait until their transaction is reported, whose
 * gas the first of them bears. Quantities, notionals and fees are the exact decimals of what was settled in base units; a price is notional over quantity.
 */
final class TradeLog implements Closeable {
    private static final double WEI = 1e18;

    private final RunNames names;
    private final CsvLog<TradeRow> out;
    private final List<MarketEvent.PoolSwapped> pending = new ArrayList<>();
    private double dataQuote;

    TradeLog(Path file, RunNames names) throws IOException {
        this.names = names;
        this.out = new CsvLog<>(file, TradeRow.class);
    }

    /** Is told of each event that stands, in order. */
    void accept(MarketEvent event) throws IOException {
        switch (event) {
            case BookEvent.OrderFilled fill -> filled(fill);
            case MarketEvent.PoolSwapped swap -> swapped(swap);
            case MarketEvent.DataPaid data -> paid(data);
            case MarketEvent.TransactionExecuted transaction -> executed(transaction);
            default -> {
                // no trade, and no part of one
            }
        }
    }

    private void filled(BookEvent.OrderFilled fill) throws IOException {
        if (names.isAgent(fill.maker())) {
            write(fill, fill.maker(), fill.takerSide().opposite(), fill.makerFee(), "maker", fill.makerOrderId());
        }
        if (names.isAgent(fill.taker())) {
            write(fill, fill.taker(), fill.takerSide(), fill.takerFee(), "taker", fill.takerOrderId());
        }
    }

    private void write(
            BookEvent.OrderFilled fill, int participant, Side side, long fee, String liquidity, long reference)
            throws IOException {
        VenueSpec venue = names.venue(fill.venue());
        VenueSpec.Book book = (VenueSpec.Book) venue;
        BigDecimal quantity =
                RunDecimals.whole(book.lotUnits(), decimals(book.base())).multiply(BigDecimal.valueOf(fill.lots()));
        BigDecimal notional = RunDecimals.whole(book.quoteUnitsPerTickLot(), decimals(book.quote()))
                .multiply(BigDecimal.valueOf(fill.priceTicks()))
                .multiply(BigDecimal.valueOf(fill.lots()));
        BigDecimal feeQuote = RunDecimals.whole(fee, decimals(venue.quote()));
        String gone = "order " + reference;
        row(fill.timeNanos(), participant, venue, side, quantity, notional, feeQuote, 0, liquidity, gone);
    }

    private void swapped(MarketEvent.PoolSwapped swap) {
        if (names.isAgent(swap.participant())) {
            pending.add(swap);
        }
    }

    private void executed(MarketEvent.TransactionExecuted transaction) throws IOException {
        double gas = names.isAgent(transaction.participant()) ? gasQuote(transaction) + dataQuote : 0;
        dataQuote = 0;
        for (MarketEvent.PoolSwapped swap : pending) {
            write(swap, gas, names.chain(transaction.chain()) + " " + transaction.nonce());
            gas = 0;
        }
        pending.clear();
    }

    /** Belongs to the transaction that follows. */
    private void paid(MarketEvent.DataPaid data) {
        int asset = names.engine().spec().chains().get(data.chain()).gas().gasAsset();
        dataQuote = names.engine().ledger().toWhole(asset, data.feeWei())
                * names.engine().worldPrice(asset);
    }

    private double gasQuote(MarketEvent.TransactionExecuted transaction) {
        int gasAsset =
                names.engine().spec().chains().get(transaction.chain()).gas().gasAsset();
        return transaction.gasUsed()
                * (transaction.effectiveGasPriceWei() / WEI)
                * names.engine().worldPrice(gasAsset);
    }

    private void write(MarketEvent.PoolSwapped swap, double gas, String reference) throws IOException {
        VenueSpec venue = names.venue(swap.venue());
        var baseUnits = swap.zeroForOne() ? swap.amountIn() : swap.amountOut();
        var quoteUnits = swap.zeroForOne() ? swap.amountOut() : swap.amountIn();
        BigDecimal quantity = new BigDecimal(baseUnits.toBigInteger(), decimals(venue.base()));
        BigDecimal notional = new BigDecimal(quoteUnits.toBigInteger(), decimals(venue.quote()));
        Side side = swap.zeroForOne() ? Side.SELL : Side.BUY;
        BigDecimal fee = notional.multiply(BigDecimal.valueOf(names.engine().feeRate(swap.venue())));
        row(swap.timeNanos(), swap.participant(), venue, side, quantity, notional, fee, gas, "pool", reference);
    }

    private int decimals(int asset) {
        return names.engine().spec().assets().get(asset).decimals();
    }

    private void row(
            long timeNanos,
            int participant,
            VenueSpec venue,
            Side side,
            BigDecimal quantity,
            BigDecimal notional,
            BigDecimal fee,
            double gas,
            String liquidity,
            String reference)
            throws IOException {
        out.add(new TradeRow(
                RunDecimals.exactSeconds(timeNanos),
                names.participant(participant),
                venue.id(),
                side.name().toLowerCase(Locale.ROOT),
                names.asset(venue.base()),
                names.asset(venue.quote()),
                quantity,
                RunDecimals.ratio(notional, quantity),
                notional,
                fee,
                gas,
                liquidity,
                reference));
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
