package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has how many options of one series, and what has been posted for them. Immutable.
 *
 * @param positions by account: bought less sold, base units of the underlying; nobody with none
 * @param bought    sum of the positive ones
 * @param written   sum of the negative ones, as a positive number
 * @param posted    collateral of all who have written: each one's rounded up
 * @param settled   price at expiry, base units of quote for a whole unit of the underlying; zero before
 */
record OptionTally(Map<Integer, Int256> positions, UInt256 bought, UInt256 written, UInt256 posted, UInt256 settled) {
    static final OptionTally NONE =
            new OptionTally(new TreeMap<>(), UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

    Int256 position(int account) {
        return positions.getOrDefault(account, Int256.ZERO);
    }

    boolean isSettled() {
        return !settled.isZero();
    }

    /** What an account has written of these options; zero where it has bought them. */
    UInt256 writtenBy(int account) {
        return writtenIn(position(account));
    }

    UInt256 boughtBy(int account) {
        return boughtIn(position(account));
    }

    private static UInt256 boughtIn(Int256 position) {
        return position.isNegative() ? UInt256.ZERO : position.magnitude();
    }

    private static UInt256 writtenIn(Int256 position) {
        return position.isNegative() ? position.magnitude() : UInt256.ZERO;
    }

    /** The same with another position of an account. */
    OptionTally with(OptionSeries series, int account, Int256 position) {
        Int256 before = position(account);
        Map<Integer, Int256> next = new TreeMap<>(positions);
        next.put(account, position);
        next.values().removeIf(Int256::isZero);
        return new OptionTally(
                next,
                bought.minusExact(boughtIn(before)).plusExact(boughtIn(position)),
                written.minusExact(writtenIn(before)).plusExact(writtenIn(position)),
                posted.minusExact(series.collateral(writtenIn(before)))
                        .plusExact(series.collateral(writtenIn(position))),
                settled);
    }

    /** The same, settled at a price. */
    OptionTally settledAt(UInt256 price) {
        return new OptionTally(positions, bought, written, posted, price);
    }

    /** What the venue must hold so that everybody can be paid, whatever the price, or at the price at which it is settled. */
    UInt256 committed(OptionSeries series) {
        if (isSettled()) {
            UInt256 paidIn = posted.minusExact(series.owed(written, settled));
            return paidIn.plusExact(series.payoff(bought, settled));
        }
        UInt256 more = written.isLessThan(bought) ? bought.minusExact(written) : UInt256.ZERO;
        return posted.plusExact(series.collateral(more));
    }

    /** What the venue must hold for those who have bought, where what writers owe is not set against it. */
    UInt256 owedToHolders(OptionSeries series) {
        return isSettled() ? series.payoff(bought, settled) : series.collateral(bought);
    }

    void save(StateWriter out) {
        out.int32(positions.size());
        positions.forEach((account, position) -> position.save(out.int32(account)));
        settled.save(out);
    }

    static OptionTally load(OptionSeries series, StateReader in) {
        OptionTally tally = NONE;
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            int account = in.int32();
            tally = tally.with(series, account, Int256.load(in));
        }
        return tally.settledAt(UInt256.load(in));
    }
}
