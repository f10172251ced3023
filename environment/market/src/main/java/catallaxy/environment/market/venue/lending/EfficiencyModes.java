package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * The efficiency modes of a market, by their numbers from 1 on, and which assets belong to each; 0 is none.
 *
 * @param all       in the order of their numbers
 * @param ofReserve {@code [reserves]}: the number of each reserve's mode; empty where there are no modes
 */
public record EfficiencyModes(List<EfficiencyMode> all, List<Integer> ofReserve) {
    /** Nobody has other terms. */
    public static final EfficiencyModes NONE = new EfficiencyModes(List.of(), List.of());

    private static final int MOST = 255;

    public EfficiencyModes {
        all = List.copyOf(all);
        ofReserve = List.copyOf(ofReserve);
        Checks.inRange("efficiencyLtvBps", all.size(), 0, MOST);
        for (int mode : ofReserve) {
            Checks.inRange("efficiencyMode", mode, 0, all.size());
        }
    }

    /** Refuses modes that are no better than the terms of a reserve in them, as the configurator of a pool does. */
    void requireAbove(List<LendingTerms> reserves) {
        Checks.that(
                ofReserve.isEmpty() || ofReserve.size() == reserves.size(),
                "efficiencyMode",
                "a mode for each asset",
                ofReserve);
        for (int reserve = 0; reserve < ofReserve.size(); reserve++) {
            if (ofReserve.get(reserve) != 0) {
                EfficiencyMode mode = all.get(ofReserve.get(reserve) - 1);
                LendingTerms terms = reserves.get(reserve);
                boolean better = mode.ltvBps() > terms.ltvBps() && mode.thresholdBps() > terms.thresholdBps();
                Checks.that(better, "efficiencyMode", "modes whose ltv and threshold are above their assets'", mode);
            }
        }
    }

    /** The number of a reserve's mode. */
    int of(int reserve) {
        return ofReserve.isEmpty() ? 0 : ofReserve.get(reserve);
    }

    /** Whether there is a mode of a number, or it is 0. */
    boolean has(int mode) {
        return mode >= 0 && mode <= all.size();
    }

    /** The terms of a reserve for an account in a mode. */
    ReserveConfig terms(ReserveConfig config, int reserve, int mode) {
        return mode == 0 || of(reserve) != mode ? config : config.in(all.get(mode - 1));
    }
}
