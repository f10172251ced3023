package catallaxy.environment.market.recording;

import catallaxy.environment.base.check.Checks;
import java.math.BigDecimal;

/**
 * What a recording's decimals are in a market: exact multiples of its tick and of its lot.
 *
 * @param tick quote units per base unit, positive
 * @param lot  base units, positive
 */
public record Steps(BigDecimal tick, BigDecimal lot) {
    public Steps {
        Checks.that(tick.signum() > 0, "tick", "above 0", tick.toPlainString());
        Checks.that(lot.signum() > 0, "lot", "above 0", lot.toPlainString());
    }

    /**
     * A price in ticks.
     *
     * @throws ArithmeticException with what is wrong, if it is no positive multiple that fits a {@code long}
     */
    long ticks(BigDecimal price) {
        return multiple("price", price, tick, 1);
    }

    /**
     * A quantity in lots.
     *
     * @throws ArithmeticException with what is wrong, if it is no multiple that fits a {@code long}
     */
    long lots(BigDecimal quantity, long least) {
        return multiple("quantity", quantity, lot, least);
    }

    private static long multiple(String what, BigDecimal value, BigDecimal step, long least) {
        BigDecimal[] parts = value.divideAndRemainder(step);
        boolean whole = parts[1].signum() == 0 && parts[0].compareTo(BigDecimal.valueOf(least)) >= 0;
        if (!whole || parts[0].compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new ArithmeticException(what + ": expected a multiple of " + step.toPlainString()
                    + (least > 0 ? " above 0" : "") + ", found " + value.toPlainString());
        }
        return parts[0].longValueExact();
    }
}
