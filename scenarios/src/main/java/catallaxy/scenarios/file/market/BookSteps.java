package catallaxy.scenarios.file.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The steps of a book's price and quantity.
 *
 * @param tick whole units of what the book is quoted in, above 0
 * @param lot  whole units of the base asset, above 0
 */
record BookSteps(BigDecimal tick, BigDecimal lot) {
    private static final BigDecimal TICKS_PER_PRICE = BigDecimal.valueOf(10_000);

    /** The largest power of ten within a basis point of a price. */
    static BigDecimal tickFor(BigDecimal price) {
        return powerOfTenWithin(price.divide(TICKS_PER_PRICE));
    }

    /** The largest power of ten of an asset that is worth at most so much. */
    static BigDecimal lotWorth(BigDecimal worth, BigDecimal price) {
        return powerOfTenWithin(worth.divide(price, 60, RoundingMode.DOWN));
    }

    /** The largest power of ten that is not above a number above 0. */
    static BigDecimal powerOfTenWithin(BigDecimal number) {
        return BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
    }

    /** The same with a lot of at least 10 to the power −{@code decimals}. */
    BookSteps withLotOf(int decimals) {
        return new BookSteps(tick, lot.max(BigDecimal.ONE.scaleByPowerOfTen(-decimals)));
    }

    /** The same with a lot ten times as large as often as it takes until a tick of a lot is whole units of so many decimals. */
    BookSteps withWholeTickLot(int decimals) {
        BookSteps steps = this;
        while (steps.tickLotUnits(decimals).scale() > 0) {
            steps = new BookSteps(tick, steps.lot.scaleByPowerOfTen(1));
        }
        return steps;
    }

    /** The same with a tick ten times as large as often as it takes until a tick of a lot is whole units of so many decimals. */
    BookSteps withWholeTick(int decimals) {
        BookSteps steps = this;
        while (steps.tickLotUnits(decimals).scale() > 0) {
            steps = new BookSteps(steps.tick.scaleByPowerOfTen(1), lot);
        }
        return steps;
    }

    /** Base units of the quoting asset that a lot costs per tick. */
    BigDecimal tickLotUnits(int decimals) {
        return tick.multiply(lot).scaleByPowerOfTen(decimals).stripTrailingZeros();
    }

    /** The tick in basis points of a price. */
    BigDecimal tickBps(BigDecimal price) {
        return tick.multiply(TICKS_PER_PRICE).divide(price, 6, RoundingMode.HALF_EVEN);
    }
}
