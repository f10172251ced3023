package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;

/**
 * Between what an adaptive fee moves, pips.
 *
 * @param lowPips  the least
 * @param highPips the most
 */
public record FeeBounds(int lowPips, int highPips) {
    static final VenueKey LOW = fee("low-pips", "100", "The least fee, millionths.");
    static final VenueKey HIGH = fee("high-pips", "10000", "The most, millionths.");

    public FeeBounds {
        Checks.inRange("lowPips", lowPips, 0, FeeRule.ALL_PIPS);
        Checks.that(highPips <= FeeRule.ALL_PIPS, "highPips", "at most " + FeeRule.ALL_PIPS, highPips);
        Checks.that(highPips >= lowPips, "highPips", "at least the lowest fee, " + lowPips, highPips);
    }

    static VenueKey fee(String name, String initial, String meaning) {
        return VenueKey.number(name, initial, 0, FeeRule.ALL_PIPS, meaning);
    }

    static FeeBounds read(VenueSettings settings) {
        return new FeeBounds((int) settings.number(LOW), (int) settings.number(HIGH));
    }

    int clamp(long pips) {
        return Math.clamp(pips, lowPips, highPips);
    }

    void save(StateWriter out) {
        out.int32(lowPips).int32(highPips);
    }

    static FeeBounds load(StateReader in) {
        return new FeeBounds(in.int32(), in.int32());
    }
}
