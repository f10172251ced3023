package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** The latest matches of a market, at most {@value #LENGTH}: price in ticks, lots, and the side of the taker. Owned by its market. */
public final class TradeTape {
    /** How many are kept. */
    public static final int LENGTH = 32;

    private final long[] priceTicks;
    /** Negative where the taker sold. */
    private final long[] signedLots;

    private long count;

    TradeTape() {
        this(new long[LENGTH], new long[LENGTH], 0);
    }

    private TradeTape(long[] priceTicks, long[] signedLots, long count) {
        this.priceTicks = priceTicks;
        this.signedLots = signedLots;
        this.count = count;
    }

    TradeTape copy() {
        return new TradeTape(priceTicks.clone(), signedLots.clone(), count);
    }

    void add(long ticks, long lots, Side taker) {
        int at = (int) (count++ % LENGTH);
        priceTicks[at] = ticks;
        signedLots[at] = taker == Side.BUY ? lots : -lots;
    }

    /** How many can be seen. */
    public int size() {
        return (int) Math.min(count, LENGTH);
    }

    /** Matches so far, those that are no longer seen too. */
    public long count() {
        return count;
    }

    /** Price of one of them, 0 the latest. */
    public long priceTicks(int back) {
        return priceTicks[at(back)];
    }

    /** Lots of one of them, 0 the latest. */
    public long lots(int back) {
        return Math.abs(signedLots[at(back)]);
    }

    /** Whether the taker of one of them, 0 the latest, bought or sold. */
    public Side taker(int back) {
        return signedLots[at(back)] > 0 ? Side.BUY : Side.SELL;
    }

    private int at(int back) {
        if (back < 0 || back >= size()) {
            throw new IndexOutOfBoundsException("trade " + back + " of " + size());
        }
        return (int) ((count - 1 - back) % LENGTH);
    }

    void save(StateWriter out) {
        out.int64(count);
        for (int back = size() - 1; back >= 0; back--) {
            out.int64(priceTicks[at(back)]).int64(signedLots[at(back)]);
        }
    }

    static TradeTape load(StateReader in) {
        long count = in.int64();
        if (count < 0) {
            throw new CorruptStateException("trades: expected 0 or more, found " + count);
        }
        TradeTape tape = new TradeTape();
        int seen = (int) Math.min(count, LENGTH);
        tape.count = count - seen;
        for (int i = 0; i < seen; i++) {
            long ticks = in.int64();
            long lots = in.int64();
            tape.add(ticks, Math.abs(lots), lots > 0 ? Side.BUY : Side.SELL);
        }
        return tape;
    }
}
