package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * An ascending auction in rounds with open bids, of bidders who each know what the block is worth to them. Everybody opens with half
 * of that; in each round whoever does not lead, in the order of their numbers, sees the leading bid and raises it by the least raise,
 * or to its own value where that is less, and stays where it is once that does not raise it. It ends when nobody raises, or with the
 * last round. The highest bid wins, of equal ones the first. Without a limit of rounds the price is at least the second value, and
 * above it by at most a raise: the equilibrium of the English auction with private values, Milgrom and Weber 1982,
 * https://doi.org/10.2307/1911865.
 */
final class EnglishAuction {
    private static final UInt256 WHOLE_BPS = UInt256.of(10_000_000_000L);

    private final UInt256 raise;
    private final int rounds;

    /** @param leastRaiseBps of the leading bid, basis points; rounded down, at least a wei */
    EnglishAuction(double leastRaiseBps, int rounds) {
        this.raise = UInt256.of((long) (leastRaiseBps * 1e6));
        this.rounds = rounds;
    }

    /**
     * How it ended.
     *
     * @param winner number of the bidder
     * @param bid    what it pays, at most its value
     * @param rounds in which somebody raised
     */
    record Outcome(int winner, UInt256 bid, int rounds) {}

    /** Runs it; {@code values} has what the block is worth to each bidder. */
    Outcome among(List<UInt256> values) {
        int leader = 0;
        UInt256 best = half(values.getFirst());
        for (int each = 1; each < values.size(); each++) {
            if (best.isLessThan(half(values.get(each)))) {
                leader = each;
                best = half(values.get(each));
            }
        }
        return raised(values, leader, best);
    }

    private static UInt256 half(UInt256 value) {
        return value.shiftRight(1);
    }

    private Outcome raised(List<UInt256> values, int opening, UInt256 openingBid) {
        int leader = opening;
        UInt256 best = openingBid;
        for (int round = 0; round < rounds; round++) {
            boolean quiet = true;
            for (int each = 0; each < values.size(); each++) {
                UInt256 bid = values.get(each).min(best.plusExact(leastRaise(best)));
                if (each != leader && best.isLessThan(bid)) {
                    leader = each;
                    best = bid;
                    quiet = false;
                }
            }
            if (quiet) {
                return new Outcome(leader, best, round);
            }
        }
        return new Outcome(leader, best, rounds);
    }

    private UInt256 leastRaise(UInt256 bid) {
        return bid.mulDivFloor(raise, WHOLE_BPS).max(UInt256.ONE);
    }
}
