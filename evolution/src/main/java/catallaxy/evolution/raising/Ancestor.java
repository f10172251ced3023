package catallaxy.evolution.raising;

/**
 * One life in the line of a member: settings under which it trained, until the next one copied it.
 *
 * @param generation in which it began, 0 for those from nothing at the start of the search
 * @param member     whose life it was, by its place in the population
 * @param point      {@code [N]}: its settings, in the unit cube; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ancestor(long generation, int member, double[] point) {}
