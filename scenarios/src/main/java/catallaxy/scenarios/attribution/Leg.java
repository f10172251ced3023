package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A trade of an agent while it may still become part of an arbitrage and its adverse selection is not yet known. Quantities are
 * signed: what the agent received is positive.
 */
final class Leg {
    private static final MathContext DIGITS = new MathContext(40);

    private final Traded traded;
    private final BigDecimal baseMark;
    private final BigDecimal quoteMark;
    private Slice open;
    private BigDecimal selected = BigDecimal.ZERO;
    private boolean undone;
    private final List<Match> matches = new ArrayList<>();

    /**
     * What was traded.
     *
     * @param base  index of the asset
     * @param quote index of the asset
     * @param taken whether the agent chose the moment: not by a resting order
     */
    record Traded(int agent, int venue, int base, int quote, long timeNanos, boolean taken) {}

    /** A share of a trade: both quantities, and what it earned against the marks of its time. */
    record Slice(BigDecimal base, BigDecimal quote, BigDecimal edge) {
        Slice minus(Slice other) {
            return new Slice(base.subtract(other.base), quote.subtract(other.quote), edge.subtract(other.edge));
        }

        Slice plus(Slice other) {
            return new Slice(base.add(other.base), quote.add(other.quote), edge.add(other.edge));
        }
    }

    /** A share of this leg that another leg closed, what both earned, and what the share gained between the two. */
    record Match(Leg other, Slice own, Slice others, BigDecimal drift) {
        BigDecimal gain() {
            return own.edge().add(others.edge()).add(drift);
        }
    }

    Leg(Traded traded, Slice whole, WorldMarks marks) {
        this.traded = traded;
        this.open = whole;
        this.baseMark = marks.of(traded.base());
        this.quoteMark = marks.of(traded.quote());
    }

    Traded traded() {
        return traded;
    }

    Slice open() {
        return open;
    }

    boolean buys() {
        return open.base().signum() > 0;
    }

    /** Whether some of it is left, and it stands. */
    boolean isOpen() {
        return open.base().signum() != 0 && !undone;
    }

    /** What a share gained from moves of the marks since the trade. */
    BigDecimal drift(Slice share, WorldMarks marks) {
        return gain(share.base(), baseMark, marks.of(traded.base()))
                .add(gain(share.quote(), quoteMark, marks.of(traded.quote())));
    }

    private static BigDecimal gain(BigDecimal quantity, BigDecimal before, BigDecimal now) {
        return now.compareTo(before) == 0 ? BigDecimal.ZERO : quantity.multiply(now.subtract(before));
    }

    /** Cuts off so much of the base quantity, not more than is open, with its part of the rest. */
    Slice cut(BigDecimal quantity) {
        BigDecimal base = open.base().signum() < 0 ? quantity.negate() : quantity;
        Slice share = base.compareTo(open.base()) == 0 ? open : part(base);
        open = open.minus(share);
        return share;
    }

    private Slice part(BigDecimal base) {
        BigDecimal fraction = base.divide(open.base(), DIGITS);
        return new Slice(
                base,
                open.quote().multiply(fraction).round(DIGITS),
                open.edge().multiply(fraction).round(DIGITS));
    }

    void putBack(Slice share) {
        open = open.plus(share);
    }

    void matched(Match match) {
        matches.add(match);
    }

    List<Match> matches() {
        return matches;
    }

    void select(BigDecimal amount) {
        selected = amount;
    }

    /** The adverse selection that was booked; 0 before its time. */
    BigDecimal selected() {
        return selected;
    }

    void undo() {
        undone = true;
    }
}
