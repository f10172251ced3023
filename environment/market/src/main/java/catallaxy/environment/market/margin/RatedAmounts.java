package catallaxy.environment.market.margin;

/** RatedAmounts of amounts by rates in millionths or billionths, exact where the product of both would not fit a {@code long}. */
final class RatedAmounts {
    static final long MILLION = 1_000_000;
    static final long BILLION = 1_000_000_000;

    private RatedAmounts() {}

    /** {@code amount · rate / unit} rounded down; the amount is not negative, the rate from −unit to unit. */
    static long floor(long amount, long rate, long unit) {
        return Math.addExact(Math.multiplyExact(amount / unit, rate), Math.floorDiv(amount % unit * rate, unit));
    }

    /** The same rounded up. */
    static long ceil(long amount, long rate, long unit) {
        return Math.addExact(Math.multiplyExact(amount / unit, rate), Math.ceilDiv(amount % unit * rate, unit));
    }
}
