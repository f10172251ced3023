package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import java.util.Optional;

/**
 * The validators whose signatures make a message valid for the least money: a knapsack of votes, solved exactly, one validator after
 * the other. Of two of the same cost it is the one whose last validator comes first.
 *
 * @param signers bit i for validator i
 * @param cost    sum of what they ask, base units of the asset of their stakes
 */
record CheapestQuorum(long signers, UInt256 cost) {
    /** What the cheapest set of validators asks that has so many votes; empty if those who sell have less. */
    static Optional<CheapestQuorum> of(int neededVotes, int validators, Asking asking) {
        CheapestQuorum[] best = new CheapestQuorum[neededVotes + 1];
        best[0] = new CheapestQuorum(0, UInt256.ZERO);
        for (int i = 0; i < validators; i++) {
            Optional<UInt256> price = asking.price(i);
            for (int votes = neededVotes; price.isPresent() && votes > 0; votes--) {
                CheapestQuorum without = best[Math.max(0, votes - asking.votes(i))];
                if (without != null) {
                    CheapestQuorum with = without.with(i, price.get());
                    best[votes] =
                            best[votes] == null || with.cost().isLessThan(best[votes].cost()) ? with : best[votes];
                }
            }
        }
        return Optional.ofNullable(best[neededVotes]);
    }

    private CheapestQuorum with(int validator, UInt256 price) {
        return new CheapestQuorum(signers | (1L << validator), cost.plusExact(price));
    }

    /** What each validator asks, and what it can give for it. */
    interface Asking {
        /** The least for which it signs; empty if it never does. */
        Optional<UInt256> price(int validator);

        /** Its votes. */
        int votes(int validator);
    }
}
