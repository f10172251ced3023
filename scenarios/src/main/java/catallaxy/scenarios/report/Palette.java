package catallaxy.scenarios.report;

/** Indices into the page's colours; {@code report.css} has eight that colour-blind readers tell apart, each in a light and a
 * dark form; higher indices repeat them with dashes. */
public final class Palette {

    /** The first colour of venues; agents begin at 0, so that the first four agents differ from the first four venues. */
    public static final int VENUES = 4;

    /** The text's own colour, for what belongs to no agent. */
    public static final int NEUTRAL = -1;

    private Palette() {}
}
