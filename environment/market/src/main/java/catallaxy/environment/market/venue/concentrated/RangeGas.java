package catallaxy.environment.market.venue.concentrated;

/**
 * Gas units of a swap's way through a pool with liquidity in ranges, payment included: each initialised tick that the price crosses has
 * storage of its own, which is read and written. Fitted to what the published bytecode uses on a node in transactions that swap once.
 *
 * @param still where the price stays between two initialised ticks
 * @param first more, once, where it crosses any: the pool's tick and liquidity change
 * @param tick  more for each that it crosses
 */
public record RangeGas(long still, long first, long tick) {
    /** Crossed ticks for which a gas limit suffices whose sender has not named one. */
    public static final int MOST_CROSSED = 20;

    /** Gas units where so many ticks are crossed. */
    public long of(int crossed) {
        return still + crossing(crossed);
    }

    /** What crossing so many ticks adds. */
    public long crossing(int crossed) {
        return crossed == 0 ? 0 : first + crossed * tick;
    }

    /** Gas units where {@link #MOST_CROSSED} ticks are crossed. */
    public long most() {
        return of(MOST_CROSSED);
    }
}
