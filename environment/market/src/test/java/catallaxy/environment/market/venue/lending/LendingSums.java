package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Optional;

/** What must hold of a lending market's reserves and positions, for tests elsewhere. */
public final class LendingSums {
    private LendingSums() {}

    /**
     * What does not: positions that do not sum to their reserve, or a reserve that lacks more of what may be claimed than so many
     * operations may have rounded. Nothing where a reserve's own numbers have left their range, so that every call of it reverts.
     */
    public static Optional<String> fault(LendingPool pool, Ledger ledger, long seconds, int operations) {
        try {
            for (int reserve = 0; reserve < pool.configs().size(); reserve++) {
                if (!isSummed(pool, reserve)) {
                    return Optional.of("positions do not sum to reserve " + reserve);
                } else if (isShort(pool, ledger, reserve, seconds, operations)) {
                    return Optional.of(
                            "reserve " + reserve + " is short by " + pool.shortfall(ledger, reserve, seconds));
                }
            }
            return Optional.empty();
        } catch (LendingRevert outOfRange) {
            return Optional.empty();
        }
    }

    private static boolean isSummed(LendingPool pool, int reserve) {
        UInt256 supplied = UInt256.ZERO;
        UInt256 owed = UInt256.ZERO;
        for (int account = 0; account < pool.positions(); account++) {
            supplied = supplied.plusExact(pool.position(account).supplied().get(reserve));
            owed = owed.plusExact(pool.position(account).owed().get(reserve));
        }
        return supplied.equals(pool.reserve(reserve).scaledSupply())
                && owed.equals(pool.reserve(reserve).scaledDebt());
    }

    /** An operation rounds by two units of the index at most, and indices by parts in 10^27 of what there is. */
    private static boolean isShort(LendingPool pool, Ledger ledger, int reserve, long seconds, int operations) {
        UInt256 each = highestIndex(pool, seconds).plusExact(UInt256.ONE).shiftLeft(1);
        UInt256 ofSize = pool.reserve(reserve).supplyAt(seconds).shiftRight(66);
        UInt256 rounding = each.timesExact(UInt256.of(operations)).plusExact(ofSize);
        return rounding.isLessThan(pool.shortfall(ledger, reserve, seconds));
    }

    /** The highest index of all reserves, whole; the greatest number where one has left its range. */
    public static UInt256 highestIndex(LendingPool pool, long seconds) {
        try {
            UInt256 highest = UInt256.ONE;
            for (int reserve = 0; reserve < pool.configs().size(); reserve++) {
                highest = highest.max(pool.reserve(reserve).debtIndexAt(seconds).dividedBy(RayMath.RAY))
                        .max(pool.reserve(reserve).liquidityIndexAt(seconds).dividedBy(RayMath.RAY));
            }
            return highest;
        } catch (LendingRevert outOfRange) {
            return UInt256.powerOfTwo(200);
        }
    }
}
