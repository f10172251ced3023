package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was booked of a transaction of an agent, to be taken back should its block be replaced.
 *
 * @param fixed     amounts that do not change any more; no part of the inventory's, of arbitrage with other trades, of liquidity
 * @param legs      its trades, which were booked as spread and may have become something else
 * @param liquidity what it paid into pools, negative, and took out of them
 */
record Undoable(int agent, Parts fixed, List<Leg> legs, List<Flow> liquidity) {
    /** A quantity of an asset that an agent received, or where negative gave. */
    record Flow(int asset, BigDecimal quantity) {}

    /** Worth now of what was put into pools, less what was taken out. */
    static BigDecimal deposits(List<Undoable> undone, WorldMarks marks) {
        return undone.stream()
                .flatMap(each -> each.liquidity().stream())
                .map(flow -> flow.quantity().multiply(marks.of(flow.asset())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
