package catallaxy.scenarios.report;

/** What training runs are compared by. */
public enum ScoreMeasure {
    /** How much of a problem's known answer was attained. */
    ATTAINED("referee.ratio", "Attained / optimum", 4),
    /** What a market's learner earns more than the scenario's own policy in its seat, by score. */
    OVER_BASELINE("overBaseline.mean", "Score over the baseline's, quote units", 1),
    /** The same by trading score. */
    TRADING_OVER_BASELINE("overBaseline.trading.mean", "Trading score over the baseline's, quote units", 1),
    /** Nothing, since no run has a figure. */
    NONE("", "No run has a score", 0);

    private final String key;
    private final String title;
    private final int decimals;

    ScoreMeasure(String key, String title, int decimals) {
        this.key = key;
        this.title = title;
        this.decimals = decimals;
    }

    /** Where summaries have it: below the run, or below each of its learners. */
    public String key() {
        return key;
    }

    /** What it is, with its unit. */
    public String title() {
        return title;
    }

    /** With which it is shown. */
    public int decimals() {
        return decimals;
    }
}
