package catallaxy.environment.market.venue.uniswapv4;

/**
 * Bits that say which of its functions a hook has called: the lowest of a hook's address on a chain. Pure functions.
 * Source: {@code Hooks.sol} of v4-core 1.0.2.
 */
public final class V4Permissions {
    /** Called before a pool is initialised. */
    public static final int BEFORE_INITIALIZE = 1 << 13;
    /** Called after that. */
    public static final int AFTER_INITIALIZE = 1 << 12;
    /** Called before liquidity is added. */
    public static final int BEFORE_ADD_LIQUIDITY = 1 << 11;
    /** Called after that. */
    public static final int AFTER_ADD_LIQUIDITY = 1 << 10;
    /** Called before liquidity is removed, or a position's fees are paid alone. */
    public static final int BEFORE_REMOVE_LIQUIDITY = 1 << 9;
    /** Called after that. */
    public static final int AFTER_REMOVE_LIQUIDITY = 1 << 8;
    /** Called before a swap. */
    public static final int BEFORE_SWAP = 1 << 7;
    /** Called after a swap. */
    public static final int AFTER_SWAP = 1 << 6;
    /** Called before a donation. */
    public static final int BEFORE_DONATE = 1 << 5;
    /** Called after a donation. */
    public static final int AFTER_DONATE = 1 << 4;
    /** What it returns before a swap is a part of the swap. */
    public static final int BEFORE_SWAP_RETURNS_DELTA = 1 << 3;
    /** What it returns after a swap is taken from the swapper. */
    public static final int AFTER_SWAP_RETURNS_DELTA = 1 << 2;
    /** What it returns after liquidity was added is taken from the provider. */
    public static final int AFTER_ADD_LIQUIDITY_RETURNS_DELTA = 1 << 1;
    /** What it returns after liquidity was removed is taken from the provider. */
    public static final int AFTER_REMOVE_LIQUIDITY_RETURNS_DELTA = 1;

    private V4Permissions() {}

    static boolean has(int permissions, int bit) {
        return (permissions & bit) != 0;
    }

    /** Whether nothing is returned by what is not called, and a hook has a part at all: it is called, or sets a dynamic fee. */
    static boolean isValid(int permissions, boolean dynamicFee) {
        return implies(permissions, BEFORE_SWAP_RETURNS_DELTA, BEFORE_SWAP)
                && implies(permissions, AFTER_SWAP_RETURNS_DELTA, AFTER_SWAP)
                && implies(permissions, AFTER_ADD_LIQUIDITY_RETURNS_DELTA, AFTER_ADD_LIQUIDITY)
                && implies(permissions, AFTER_REMOVE_LIQUIDITY_RETURNS_DELTA, AFTER_REMOVE_LIQUIDITY)
                && (permissions != 0 || dynamicFee);
    }

    private static boolean implies(int permissions, int one, int other) {
        return !has(permissions, one) || has(permissions, other);
    }
}
