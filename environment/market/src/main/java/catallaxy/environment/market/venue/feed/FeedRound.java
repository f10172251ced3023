package catallaxy.environment.market.venue.feed;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a feed knows of one asset. Immutable; each report is another round.
 *
 * @param reports {@code [reporters]}: the last price that each told, and when
 * @param answer  the last median of enough of them, and when it was made
 */
record FeedRound(List<Told> reports, Told answer) {
    /** A price at a second; 0 for none. */
    record Told(UInt256 priceE8, long seconds) {
        static final Told NOTHING = new Told(UInt256.ZERO, 0);

        void save(StateWriter out) {
            priceE8.save(out.int64(seconds));
        }

        static Told load(StateReader in) {
            long seconds = in.int64();
            return new Told(UInt256.load(in), seconds);
        }
    }

    FeedRound {
        reports = List.copyOf(reports);
    }

    static FeedRound open(int reporters) {
        return new FeedRound(Collections.nCopies(reporters, Told.NOTHING), Told.NOTHING);
    }

    /** The round after a report. Where fewer than the quorum are fresh, the answer stays as it was. */
    FeedRound with(int reporter, UInt256 priceE8, long now, FeedSpec spec) {
        List<Told> told = new ArrayList<>(reports);
        told.set(reporter, new Told(priceE8, now));
        UInt256[] fresh = told.stream()
                .filter(each -> !each.priceE8().isZero() && now - each.seconds() < spec.freshSeconds())
                .map(Told::priceE8)
                .sorted()
                .toArray(UInt256[]::new);
        return new FeedRound(told, fresh.length < spec.quorum() ? answer : new Told(median(fresh), now));
    }

    /** The middle one, or the mean of both in the middle, rounded down. */
    static UInt256 median(UInt256... sorted) {
        UInt256 low = sorted[(sorted.length - 1) / 2];
        UInt256 high = sorted[sorted.length / 2];
        return low.plusExact(high.minusExact(low).dividedBy(UInt256.of(2)));
    }

    void save(StateWriter out) {
        reports.forEach(each -> each.save(out));
        answer.save(out);
    }

    static FeedRound load(StateReader in, int reporters) {
        Told[] reports = new Told[reporters];
        Arrays.setAll(reports, _ -> Told.load(in));
        return new FeedRound(List.of(reports), Told.load(in));
    }
}
