package catallaxy.environment.market.venue.feed;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * A feed as the scenario describes it.
 *
 * @param assets           whose prices are told
 * @param reporters        names of the participants who may tell them, each once
 * @param quorum           how many fresh reports an answer needs
 * @param heartbeatSeconds after which a reporter tells a price again; a report is fresh for two of them
 * @param deviationBps     by how much a price must have moved for a report before that
 */
public record FeedSpec(
        String id,
        int chain,
        List<Integer> assets,
        List<String> reporters,
        int quorum,
        long heartbeatSeconds,
        double deviationBps)
        implements VenueSpec.OnChain {
    private static final int MOST_REPORTERS = 31;
    private static final long DAY_SECONDS = 86_400;

    public FeedSpec {
        assets = List.copyOf(assets);
        reporters = List.copyOf(reporters);
        Checks.inRange("reporters", reporters.size(), 1, MOST_REPORTERS);
        Checks.inRange("quorum", quorum, 1, MOST_REPORTERS);
        Checks.that(reporters.size() >= quorum, "reporters", "at least as many as the quorum", reporters.size());
        Checks.inRange("heartbeatSeconds", heartbeatSeconds, 1, 7 * DAY_SECONDS);
        Checks.inRange("deviationBps", deviationBps, 0, 10_000);
    }

    /** How long a report counts. */
    long freshSeconds() {
        return 2 * heartbeatSeconds;
    }

    @Override
    public int base() {
        return NO_ASSET;
    }

    @Override
    public int quote() {
        return NO_ASSET;
    }
}
