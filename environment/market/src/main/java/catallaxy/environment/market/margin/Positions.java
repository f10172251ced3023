package catallaxy.environment.market.margin;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Who holds which position in one market, in lots, and at which price it is marked. The positions add up to zero. Every position is
 * settled at the mark at all times: what it gained or lost until the last marking is in its owner's margin. Mutable, owned by its market.
 */
public final class Positions {
    private final DerivativeSpec spec;
    private final long unitsPerTickLot;
    private final MarkPrice mark;
    /** {@code [participants]}: negative of a short position. */
    private long[] lots = new long[16];
    /** {@code [participants]}: what the position was worth when it was opened, quote units, not negative. */
    private long[] entry = new long[16];

    private final DerivativeTally tally;
    private boolean settled;

    /**
     * No positions yet.
     *
     * @param unitsPerTickLot base units of the quote asset that a lot costs per tick
     */
    public Positions(DerivativeSpec spec, long unitsPerTickLot) {
        this(spec, unitsPerTickLot, new MarkPrice(spec), new DerivativeTally());
    }

    private Positions(DerivativeSpec spec, long unitsPerTickLot, MarkPrice mark, DerivativeTally tally) {
        this.spec = spec;
        this.unitsPerTickLot = unitsPerTickLot;
        this.mark = mark;
        this.tally = tally;
    }

    /** The scenario's description of the market. */
    public DerivativeSpec spec() {
        return spec;
    }

    /** The mark price and what it follows from. */
    public MarkPrice mark() {
        return mark;
    }

    /** What has happened so far. */
    public DerivativeTally tally() {
        return tally;
    }

    /** Marks at the index before anything is traded. */
    public void open(long indexTicks) {
        mark.open(Math.max(1, indexTicks));
    }

    /** Whether the future has ended: there are no positions and no orders any more. */
    public boolean isSettled() {
        return settled;
    }

    /** How many participants may have positions: those from here on have none. */
    public int bound() {
        return lots.length;
    }

    /** Lots of a participant, negative of a short position. */
    public long lots(int participant) {
        return participant < lots.length ? lots[participant] : 0;
    }

    /** Worth of a participant's position when it was opened, quote units, not negative; closed parts are taken out in proportion, rounded down. */
    public long entry(int participant) {
        return participant < entry.length ? entry[participant] : 0;
    }

    /** Worth of a participant's position at the mark, quote units, not negative. */
    public long worth(int participant) {
        return worth(Math.abs(lots(participant)), mark.ticks());
    }

    /** Worth of lots at a price, quote units. */
    public long worth(long someLots, long ticks) {
        return Math.multiplyExact(Math.multiplyExact(someLots, unitsPerTickLot), ticks);
    }

    /** What a participant's position has gained since it was opened, quote units. */
    public long profit(int participant) {
        long change = worth(participant) - entry(participant);
        return lots(participant) < 0 ? -change : change;
    }

    /** Lots of all long positions, which are those of all short ones. */
    public long openLots() {
        long open = 0;
        for (long each : lots) {
            open += Math.max(0, each);
        }
        return open;
    }

    /** Sum of all positions; anything but zero is a fault. */
    public long sum() {
        long sum = 0;
        for (long each : lots) {
            sum += each;
        }
        return sum;
    }

    /** Adds lots that a participant bought, or sold where they are negative, at a price. */
    public void trade(int participant, long signedLots, long ticks) {
        reserve(participant);
        long before = lots[participant];
        long closed =
                Long.signum(before) == -Long.signum(signedLots) ? Math.min(Math.abs(before), Math.abs(signedLots)) : 0;
        entry[participant] -= closed == 0 ? 0 : proportion(entry[participant], closed, Math.abs(before));
        entry[participant] += worth(Math.abs(signedLots) - closed, ticks);
        lots[participant] = before + signedLots;
    }

    private void reserve(int participant) {
        if (participant >= lots.length) {
            int size = Math.max(participant + 1, 2 * lots.length);
            lots = Arrays.copyOf(lots, size);
            entry = Arrays.copyOf(entry, size);
        }
    }

    /** {@code amount · part / whole} rounded down; all of it where the part is the whole. */
    private static long proportion(long amount, long part, long whole) {
        return part == whole
                ? amount
                : Math.multiplyExact(amount / whole, part)
                        + BigInteger.valueOf(amount % whole)
                                .multiply(BigInteger.valueOf(part))
                                .divide(BigInteger.valueOf(whole))
                                .longValueExact();
    }

    /** Takes note of an index and a premium; the mark that follows, at which nothing is settled yet. */
    public long nextMark(long now, long indexTicks, long premiumPpb) {
        return mark.next(now, Math.max(1, indexTicks), premiumPpb);
    }

    /** What a participant gains where the mark moves to a price, quote units. */
    public long gain(int participant, long toTicks) {
        return Math.multiplyExact(Math.multiplyExact(lots(participant), unitsPerTickLot), toTicks - mark.ticks());
    }

    /** Marks all positions at a price: the owners have been settled. */
    public void settledAt(long ticks) {
        mark.settledAt(ticks);
    }

    /** Whether funding is to be paid now. */
    public boolean isFundingDue(long now) {
        return mark.isFundingDue(now);
    }

    /** Whether the future ends now. */
    public boolean isExpiring(long now) {
        return !settled && mark.isExpired(now);
    }

    /** The rate at which funding is paid now, billionths; the next interval begins. */
    public long takeFunding() {
        return mark.takeFunding();
    }

    /** What a participant owes at a funding rate, rounded up; where it is negative, what it is owed, rounded down. */
    public long funding(int participant, long ratePpb) {
        long side = Long.signum(lots(participant)) * ratePpb;
        long worth = worth(participant);
        return side >= 0
                ? RatedAmounts.ceil(worth, side, RatedAmounts.BILLION)
                : -RatedAmounts.floor(worth, -side, RatedAmounts.BILLION);
    }

    /** Ends the future: all positions are gone. */
    public void settle() {
        Arrays.fill(lots, 0);
        Arrays.fill(entry, 0);
        settled = true;
    }

    /** Independent positions of the same state. */
    public Positions copy() {
        Positions copy = new Positions(spec, unitsPerTickLot, mark.copy(), tally.copy());
        copy.lots = lots.clone();
        copy.entry = entry.clone();
        copy.settled = settled;
        return copy;
    }

    /** Writes positions, mark and tally. */
    public void save(StateWriter out) {
        out.longs(lots, lots.length).longs(entry, entry.length).flag(settled);
        mark.save(out);
        tally.save(out);
    }

    /** Reads what {@link #save} wrote; the other arguments are those of the construction. */
    public static Positions load(StateReader in, DerivativeSpec spec, long unitsPerTickLot) {
        long[] lots = in.longs();
        long[] entry = in.longs();
        boolean settled = in.flag();
        if (lots.length != entry.length || Arrays.stream(lots).sum() != 0) {
            throw new CorruptStateException("positions: expected a sum of zero over " + entry.length);
        }
        Positions positions = new Positions(spec, unitsPerTickLot, MarkPrice.load(in, spec), DerivativeTally.load(in));
        positions.lots = lots;
        positions.entry = entry;
        positions.settled = settled;
        return positions;
    }
}
