package catallaxy.agents.model;

/**
 * Hours of the simulated day, one after the other.
 *
 * @param fromHour first, 0 to 23
 * @param toHour   after the last, 1 to 24
 */
public record HourWindow(int fromHour, int toHour) {}
