package catallaxy.environment.market.bridge;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Who attests the messages of a bridge that locks and mints, as the scenario describes it: validators with stakes in the market's quote
 * asset, of whom some can be bought. Without stakes there is no committee, and nobody can forge a message.
 *
 * @param stakes               of each validator, whole units of the quote asset; at most 64 validators
 * @param votes                of each validator; empty for one each
 * @param quorum               votes that a message needs; 0 for more than two thirds of all
 * @param incorruptible        how many of the validators, from the first on, sign no forged message at any price
 * @param futureIncome         fees that each may yet expect, and loses with the bridge's good name; whole units of the quote asset
 * @param watchers             how many look at every message, independently of each other
 * @param detectionProbability in [0, 1]: that one watcher finds a forged message within the window
 * @param challengeWindowNanos in which evidence against the signers of a forged message is accepted
 * @param holdsMessages        whether all messages wait out the window, and forged ones that are found are void; else they are carried
 *                             out at once, and only the stakes of the signers are lost
 */
public record CommitteeSpec(
        List<Double> stakes,
        List<Integer> votes,
        int quorum,
        int incorruptible,
        double futureIncome,
        int watchers,
        double detectionProbability,
        long challengeWindowNanos,
        boolean holdsMessages) {
    /** No committee. */
    public static final CommitteeSpec NONE = new CommitteeSpec(List.of(), List.of(), 0, 0, 0, 0, 0, 0, false);

    private static final int MOST_VALIDATORS = 64;
    private static final int MOST_VOTES = 1_000;
    private static final long MONTH_NANOS = 30 * 86_400_000_000_000L;

    public CommitteeSpec {
        stakes = Checks.elements("stakes", "a stake", stakes);
        votes = Checks.elements("votes", "votes", votes);
        Checks.inRange("stakes", stakes.size(), 0, MOST_VALIDATORS);
        stakes.forEach(each -> Checks.that(each > 0 && each <= 1e15, "stakes", "above 0, up to 1e15", each));
        Checks.that(
                votes.isEmpty() || votes.size() == stakes.size(),
                "votes",
                "nothing, or those of each of the " + stakes.size() + " validators",
                votes);
        votes.forEach(each -> Checks.inRange("votes", each, 1, MOST_VOTES));
        Checks.inRange("quorum", quorum, 0, MOST_VALIDATORS * MOST_VOTES);
        Checks.inRange("incorruptible", incorruptible, 0, MOST_VALIDATORS);
        requireEnough(stakes, votes, quorum, incorruptible);
        Checks.inRange("futureIncome", futureIncome, 0, 1e15);
        Checks.inRange("watchers", watchers, 0, 1_000);
        Checks.inRange("detectionProbability", detectionProbability, 0, 1);
        Checks.inRange("challengeWindowNanos", challengeWindowNanos, 0, MONTH_NANOS);
    }

    private static void requireEnough(List<Double> stakes, List<Integer> votes, int quorum, int incorruptible) {
        int all = votes.isEmpty()
                ? stakes.size()
                : votes.stream().mapToInt(Integer::intValue).sum();
        boolean exists = !stakes.isEmpty();
        Checks.that(!exists || quorum <= all, "votes", "at least the quorum of " + quorum + " altogether", all);
        Checks.that(
                !exists || incorruptible <= stakes.size(),
                "stakes",
                "those of at least " + incorruptible + " validators, who are incorruptible",
                stakes.size());
    }

    /** Whether there is a committee at all. */
    public boolean exists() {
        return !stakes.isEmpty();
    }

    /** Votes of a validator. */
    public int votes(int validator) {
        return votes.isEmpty() ? 1 : votes.get(validator);
    }

    /** Votes that a message needs. */
    public int neededVotes() {
        int all = 0;
        for (int i = 0; i < stakes.size(); i++) {
            all += votes(i);
        }
        return quorum > 0 ? quorum : 2 * all / 3 + 1;
    }

    /** Probability that any of the watchers finds a forged message: {@code 1 − (1 − q)^w}. */
    public double caughtProbability() {
        return 1 - StrictMath.pow(1 - detectionProbability, watchers);
    }
}
