package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.feed.FeedSpec;
import catallaxy.environment.market.venue.feed.ReportPrice;
import java.util.List;

/** A feed of two assets with three reporters of four; it owns nothing, so that only its answers can be wrong. */
final class FeedStorm implements StormKind {
    @Override
    public String name() {
        return "price-feed";
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        FeedSpec feed = new FeedSpec(
                "feed", 0, List.of(0, 1), List.of("p0", "p1", "p2"), draw.between(1, 3), draw.between(1, 3_600), 50);
        return new StormPlan(kinds, UniswapV2Storm.assets(3), List.of(feed), UInt256.powerOfTwo(100));
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        return new ReportPrice(0, draw.below(3), draw.oneIn(4) ? draw.any() : draw.ofBits(draw.between(1, 128)));
    }
}
