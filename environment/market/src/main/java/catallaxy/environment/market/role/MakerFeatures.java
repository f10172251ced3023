package catallaxy.environment.market.role;

import static catallaxy.environment.market.role.LearnerFeatures.ratio;
import static catallaxy.environment.market.role.LearnerFeatures.relative;

/** What a learner sees of a market maker's seat. */
final class MakerFeatures {
    private static final double BPS = 10_000;
    private static final double TEN_BPS = 1_000;

    private MakerFeatures() {}

    static void list(double maxInventory, LearnerFeatures all) {
        all.add("inventory_share", now -> now.value("inventory") / maxInventory);
        all.add("bid_distance", now -> relative(now.value("mid"), now.value("best_bid")) * TEN_BPS);
        all.add("ask_distance", now -> relative(now.value("best_ask"), now.value("mid")) * TEN_BPS);
        all.add("volatility", now -> ratio(now.value("volatility"), now.value("mid")) * BPS);
        all.add("imbalance", now -> now.value("imbalance"));
        all.add("reference_gap", now -> relative(now.value("reference_price"), now.value("mid")) * TEN_BPS);
        all.add("risk_scale", now -> now.value("risk_scale"));
        var last = all.departure(1, now -> now.value("mid"));
        var minute = all.departure(12, now -> now.value("mid"));
        all.add("mid_change", now -> last.applyAsDouble(now) * TEN_BPS);
        all.add("mid_trend", now -> minute.applyAsDouble(now) * TEN_BPS);
    }
}
