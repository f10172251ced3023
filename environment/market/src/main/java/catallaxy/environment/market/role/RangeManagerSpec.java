package catallaxy.environment.market.role;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;

/**
 * Keeps what it owns in one range of prices in a pool.
 *
 * @param pool          index of a pool with liquidity in ranges, against the quote asset
 * @param maxWidth      greatest distance of a range's upper end from its centre, as a fraction of it
 * @param minTradeQuote less than that is not deposited, quote units
 * @param maxSlippage   fraction by which the price may move until a range is opened
 * @param halfLifeNanos of the exponentially weighted volatility that the agent observes
 */
public record RangeManagerSpec(
        @NameOf(NameOf.Thing.VENUE) int pool,
        double maxWidth,
        double minTradeQuote,
        double maxSlippage,
        long halfLifeNanos)
        implements RoleSpec, Ranging {
    public RangeManagerSpec {
        Checks.inRange("maxWidth", maxWidth, 0.001, 1000);
        Checks.inRange("minTradeQuote", minTradeQuote, 0, 1e15);
        Checks.inRange("maxSlippage", maxSlippage, 0, 1);
        Checks.inRange("halfLifeNanos", halfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
    }

    @Override
    public String role() {
        return "range-manager";
    }

    @Override
    public Role in(RoleSite site) {
        return new RangeManagerRole(this, site.engine(), site.durationNanos());
    }

    /** All in parts of the range or of a day's volatility. */
    @Override
    public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
        int width = at(observed, WIDTH);
        int volatility = at(observed, Quantity.VOLATILITY);
        int lower = at(observed, RangeManagerRole.TO_LOWER);
        int upper = at(observed, RangeManagerRole.TO_UPPER);
        int inRange = at(observed, RangeManagerRole.IN_RANGE);
        int provided = at(observed, Quantity.PROVIDED);
        all.add("log_width", now -> StrictMath.log1p(now.value(width)));
        all.add("volatility_of_a_day", now -> now.value(volatility) / RangeManagerRole.ROOT_DAYS_PER_YEAR);
        all.add("to_lower", now -> now.value(lower));
        all.add("to_upper", now -> now.value(upper));
        all.add("in_range", now -> now.value(inRange));
        all.add("provided", now -> now.value(provided));
    }

    private static int at(ObservationSpec observed, Quantity quantity) {
        return observed.index(observed.of(quantity).getFirst().meaning());
    }
}
