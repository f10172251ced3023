package catallaxy.environment.api.venue;

/**
 * One resting order, as everybody sees it: whose it is, and what it hides, is not shown.
 *
 * @param price whole quote units per whole base unit
 * @param size  shown whole base units
 */
public record BookOrder(double price, double size) {}
