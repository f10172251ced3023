package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Piece;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A trade against the orders that rest on a book, at most sixteen levels deep and none of them one's own. The taker's fee is in quote: on
 * top of what is bought, off what is sold. Base counts in whole lots.
 *
 * @param participant whose orders do not count
 * @param venue       index of the book
 * @param side        of the taker
 */
public record BookTake(MarketView market, int participant, int venue, Side side) implements Conversion {
    private static final int LEVELS = 16;

    private MarketMap.Venue seen() {
        return market.map().venue(venue);
    }

    private LimitOrderBook book() {
        return market.offered(venue, LimitOrderBook.class);
    }

    private int assetIn() {
        return side == Side.BUY ? seen().quote() : seen().base();
    }

    private int assetOut() {
        return side == Side.BUY ? seen().base() : seen().quote();
    }

    private List<Piece> levels() {
        double[] seen = new double[2 * LEVELS];
        LimitOrderBook book = book();
        book.takeableLevels(participant, side.opposite(), LEVELS, seen, 0, LEVELS);
        List<Piece> pieces = new ArrayList<>();
        for (int level = 0; level < LEVELS && seen[level] > 0; level++) {
            double size = seen[LEVELS + level];
            double paid = seen[level] * (1 + book.takerFeeRate());
            double got = seen[level] * (1 - book.takerFeeRate());
            pieces.add(side == Side.BUY ? Piece.flat(1 / paid, size * paid) : Piece.flat(got, size));
        }
        return pieces;
    }

    @Override
    public AssetAt from() {
        return new AssetAt(seen().place(), assetIn());
    }

    @Override
    public AssetAt to() {
        return new AssetAt(seen().place(), assetOut());
    }

    @Override
    public String by() {
        return seen().id();
    }

    @Override
    public double rate() {
        List<Piece> levels = levels();
        return levels.isEmpty() ? 0 : levels.getFirst().rate();
    }

    @Override
    public double out(double in) {
        double left = in;
        double out = 0;
        for (Piece level : levels()) {
            double taken = StrictMath.min(left, level.most());
            out += level.out(taken);
            left -= taken;
        }
        return out;
    }

    @Override
    public double inTo(double rate) {
        return levels().stream().mapToDouble(level -> level.inTo(rate)).sum();
    }

    /** Of what is bought or sold, whole lots. */
    @Override
    public UInt256 outUnits(UInt256 in) {
        return WholeUnits.floor(market, assetIn(), assetOut(), in, this::outOfLots);
    }

    private double outOfLots(double in) {
        LimitOrderBook book = book();
        return side == Side.BUY ? book.toLots(out(in)) * book.lotSize() : out(book.toLots(in) * book.lotSize());
    }

    @Override
    public Iterator<Piece> pieces() {
        return levels().iterator();
    }

    @Override
    public long delayNanos() {
        return 0;
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public double gasQuote() {
        return 0;
    }
}
