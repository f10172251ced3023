package catallaxy.scenarios.run;

import catallaxy.environment.market.command.Side;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code trades.csv}: a row for each execution of an agent. Swaps wait until their transaction is reported, whose
 * gas the first of them bears. Quantities are whole base units, money is whole quote units.
 */
final class TradeLog implements Closeable {
    private static final String HEADER =
            "timeSeconds,agent,venue,side,base,quote,quantity,price,notional,fee,gas,liquidity,reference\n";
    private static final double NANOS = 1e9;
    private static final double WEI = 1e18;

    private final Directory names;
    private final BufferedWriter out;
    private final List<MarketEvent.PoolSwapped> pending = new ArrayList<>();

    TradeLog(Path file, Directory names) throws IOException {
        this.names = names;
        this.out = RunFiles.open(file, HEADER);
    }

    void filled(MarketEvent.OrderFilled fill) throws IOException {
        if (names.isAgent(fill.maker())) {
            write(fill, fill.maker(), fill.takerSide().opposite(), fill.makerFee(), "maker", fill.makerOrderId());
        }
        if (names.isAgent(fill.taker())) {
            write(fill, fill.taker(), fill.takerSide(), fill.takerFee(), "taker", fill.takerOrderId());
        }
    }

    private void write(
            MarketEvent.OrderFilled fill, int participant, Side side, long fee, String liquidity, long reference)
            throws IOException {
        VenueSpec venue = names.venue(fill.venue());
        double quantity = fill.lots() * names.engine().lotSize(fill.venue());
        double price = fill.priceTicks() * names.engine().tickSize(fill.venue());
        double feeQuote = fee / names.engine().ledger().baseUnits(venue.quote());
        row(fill.timeNanos(), participant, venue, side, quantity, price, feeQuote, 0, liquidity, "order " + reference);
    }

    void swapped(MarketEvent.PoolSwapped swap) {
        if (names.isAgent(swap.participant())) {
            pending.add(swap);
        }
    }

    void executed(MarketEvent.TransactionExecuted transaction) throws IOException {
        double gas = names.isAgent(transaction.participant()) ? gasQuote(transaction) : 0;
        for (MarketEvent.PoolSwapped swap : pending) {
            write(swap, gas, names.chain(transaction.chain()) + " " + transaction.nonce());
            gas = 0;
        }
        pending.clear();
    }

    private double gasQuote(MarketEvent.TransactionExecuted transaction) {
        int gasAsset = names.engine().spec().chains().get(transaction.chain()).gasAsset();
        return transaction.gasUsed()
                * (transaction.effectiveGasPriceWei() / WEI)
                * names.engine().worldPrice(gasAsset);
    }

    private void write(MarketEvent.PoolSwapped swap, double gas, String reference) throws IOException {
        VenueSpec venue = names.venue(swap.venue());
        var ledger = names.engine().ledger();
        var baseUnits = swap.zeroForOne() ? swap.amountIn() : swap.amountOut();
        var quoteUnits = swap.zeroForOne() ? swap.amountOut() : swap.amountIn();
        double quantity = ledger.toWhole(venue.base(), baseUnits);
        double price = ledger.toWhole(venue.quote(), quoteUnits) / quantity;
        Side side = swap.zeroForOne() ? Side.SELL : Side.BUY;
        double fee = quantity * price * names.engine().feeRate(swap.venue());
        row(swap.timeNanos(), swap.participant(), venue, side, quantity, price, fee, gas, "pool", reference);
    }

    private void row(
            long timeNanos,
            int participant,
            VenueSpec venue,
            Side side,
            double quantity,
            double price,
            double fee,
            double gas,
            String liquidity,
            String reference)
            throws IOException {
        out.write(timeNanos / NANOS + "," + names.participant(participant) + "," + venue.id() + ","
                + side.name().toLowerCase(Locale.ROOT) + "," + names.asset(venue.base()) + ","
                + names.asset(venue.quote()) + "," + quantity + "," + price + "," + quantity * price + "," + fee + ","
                + gas + "," + liquidity + "," + reference + "\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
