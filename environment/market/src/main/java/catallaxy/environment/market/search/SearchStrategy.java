package catallaxy.environment.market.search;

import java.util.Locale;

/** What a searcher's bundles do. */
@SuppressWarnings("ImmutableEnumChecker") // strategies have no state
public enum SearchStrategy {
    /** Buys before a swap and sells behind it. */
    SANDWICH(new Sandwiching()),
    /** Trades back, on two venues, what a swap has moved on one. */
    BACKRUN(new Backrunning()),
    /** Provides liquidity for the one swap that earns its fee. */
    JUST_IN_TIME(new JustInTime());

    private final Strategy strategy;

    SearchStrategy(Strategy strategy) {
        this.strategy = strategy;
    }

    Strategy strategy() {
        return strategy;
    }

    /** Its name in scenarios and traces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
