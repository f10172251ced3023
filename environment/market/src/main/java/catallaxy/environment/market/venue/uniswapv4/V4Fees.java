package catallaxy.environment.market.venue.uniswapv4;

/**
 * Fees in pips, millionths of what is paid in: that of the liquidity, which a pool's key fixes or its hook sets, and that of the protocol, of
 * each direction its own. Pure functions. Source: {@code LPFeeLibrary.sol}, {@code ProtocolFeeLibrary.sol} of v4-core 1.0.2.
 */
public final class V4Fees {
    /** In a key, in place of a fee: the hook sets it. */
    public static final int DYNAMIC = 0x800000;

    /** With a fee that a hook returns before a swap: it is in force for this swap. */
    public static final int OVERRIDE = 0x400000;

    /** All that is paid in. */
    static final int ALL_PIPS = 1_000_000;

    /** The most that the protocol takes. */
    static final int MOST_OF_PROTOCOL = 1_000;

    private static final int PROTOCOL_BITS = 12;

    private V4Fees() {}

    /** A liquidity fee that a key or a hook names, which is at most all. */
    static int validated(int lpFeePips) {
        V4Revert.unless(lpFeePips >= 0 && lpFeePips <= ALL_PIPS, "LPFeeTooLarge");
        return lpFeePips;
    }

    /** The liquidity fee of a new pool: that of its key, or none where its hook will set it. */
    static int initial(int keyFee) {
        return keyFee == DYNAMIC ? 0 : validated(keyFee);
    }

    /** The protocol's fee of a direction, out of the two that are packed in twelve bits each. */
    static int ofProtocol(int packed, boolean zeroForOne) {
        return zeroForOne ? packed & ((1 << PROTOCOL_BITS) - 1) : packed >>> PROTOCOL_BITS;
    }

    /** Both fees of the protocol in one number. */
    public static int packed(int zeroForOnePips, int oneForZeroPips) {
        return zeroForOnePips | oneForZeroPips << PROTOCOL_BITS;
    }

    static boolean isOfProtocol(int packed) {
        return ofProtocol(packed, true) <= MOST_OF_PROTOCOL && ofProtocol(packed, false) <= MOST_OF_PROTOCOL;
    }

    /** Both fees together, {@code p + l − ⌊p l / 10^6⌋}: the liquidity's is taken of what the protocol leaves. */
    static int ofSwap(int protocolPips, int lpFeePips) {
        long both = (long) protocolPips * lpFeePips;
        return Math.toIntExact(protocolPips + lpFeePips - both / ALL_PIPS);
    }
}
