package catallaxy.scenarios.report;

/** A part of the report of a run that holds charts, in the order of the page. */
public enum ChartSection {
    /** What the agents are worth. */
    EQUITY("equity", "Equity and drawdown"),
    /** What venues and the world ask for an asset. */
    PRICES("prices", "Prices"),
    /** What market makers are judged by. */
    MAKING("making", "Spread and inventory"),
    /** What happens in perpetuals and futures; the page has this section only where a chart is in it. */
    DERIVATIVES("derivatives", "Perpetuals and futures"),
    /** What the chains carry. */
    CHAINS("chains", "Chains"),
    /** What was traded. */
    FILLS("fills", "Fills"),
    /** What the risk manager does. */
    RISK("risk", "Risk interventions and faults"),
    /** All else; the page has this section only where a chart is in it. */
    MORE("more", "More charts");

    private final String id;
    private final String heading;

    ChartSection(String id, String heading) {
        this.id = id;
        this.heading = heading;
    }

    /** One word, the end of its anchor in the page. */
    String id() {
        return id;
    }

    /** As the page shows it. */
    public String heading() {
        return heading;
    }
}
