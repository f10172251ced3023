package catallaxy.scenarios.report;

/** Indices into the page's colours; {@code report.css} gives each a light and a dark form. */
final class Palette {

    /** Colours that colour-blind readers tell apart; a higher index repeats them. */
    static final int SIZE = 8;

    /** The text's own colour, for what belongs to no agent. */
    static final int NEUTRAL = -1;

    private Palette() {}
}
