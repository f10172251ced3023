package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Collections;
import java.util.List;

/**
 * What one account has in a lending market. Immutable; each change is another position.
 *
 * @param flags    two bits a reserve, from the least: whether something is borrowed, whether what is supplied is collateral
 * @param supplied {@code [reserves]}: scaled by the liquidity index
 * @param owed     {@code [reserves]}: scaled by the debt index
 */
public record LendingPosition(long flags, List<UInt256> supplied, List<UInt256> owed) {
    /** Reserves whose flags a number holds. */
    static final int MOST_RESERVES = 31;

    private static final long ALL_BORROWING = 0x5555_5555_5555_5555L;

    public LendingPosition {
        supplied = List.copyOf(supplied);
        owed = List.copyOf(owed);
    }

    /** Nothing in so many reserves. */
    static LendingPosition none(int reserves) {
        List<UInt256> nothing = Collections.nCopies(reserves, UInt256.ZERO);
        return new LendingPosition(0, nothing, nothing);
    }

    /** Whether nothing was ever put in or taken out, or all of it is gone. */
    public boolean isNothing() {
        return flags == 0
                && supplied.stream().allMatch(UInt256::isZero)
                && owed.stream().allMatch(UInt256::isZero);
    }

    /** Whether something of a reserve is borrowed. */
    public boolean borrows(int reserve) {
        return ((flags >>> (2 * reserve)) & 1) != 0;
    }

    /** Whether what is supplied to a reserve is collateral. */
    public boolean usesAsCollateral(int reserve) {
        return ((flags >>> (2 * reserve + 1)) & 1) != 0;
    }

    /** Whether anything is borrowed. */
    public boolean borrowsAny() {
        return (flags & ALL_BORROWING) != 0;
    }

    LendingPosition borrowing(int reserve, boolean whether) {
        return withFlag(2 * reserve, whether);
    }

    LendingPosition collateral(int reserve, boolean whether) {
        return withFlag(2 * reserve + 1, whether);
    }

    private LendingPosition withFlag(int bit, boolean set) {
        return new LendingPosition(set ? flags | (1L << bit) : flags & ~(1L << bit), supplied, owed);
    }

    LendingPosition withSupplied(int reserve, UInt256 scaled) {
        return new LendingPosition(flags, with(supplied, reserve, scaled), owed);
    }

    LendingPosition withOwed(int reserve, UInt256 scaled) {
        return new LendingPosition(flags, supplied, with(owed, reserve, scaled));
    }

    private static List<UInt256> with(List<UInt256> amounts, int reserve, UInt256 amount) {
        UInt256[] changed = amounts.toArray(new UInt256[0]);
        changed[reserve] = amount;
        return List.of(changed);
    }

    void save(StateWriter out) {
        out.int64(flags);
        supplied.forEach(each -> each.save(out));
        owed.forEach(each -> each.save(out));
    }

    static LendingPosition load(StateReader in, int reserves) {
        long flags = in.int64();
        return new LendingPosition(flags, amounts(in, reserves), amounts(in, reserves));
    }

    private static List<UInt256> amounts(StateReader in, int count) {
        UInt256[] amounts = new UInt256[count];
        for (int i = 0; i < count; i++) {
            amounts[i] = UInt256.load(in);
        }
        return List.of(amounts);
    }
}
