package catallaxy.environment.market.venue.uniswapv2;

/**
 * Closed forms of a constant-product pool in whole units, for decisions; settlement has its own exact integers.
 *
 * <p>With reserves R of the asset paid in and S of the asset paid out, fee f and g = 1 − f, an input x gives
 * {@code S g x / (R + g x)}. Angeris et al. 2019, https://arxiv.org/abs/1911.03380.
 */
public final class ConstantProduct {
    private ConstantProduct() {}

    /** Output for an input; 0 for an empty pool or an input that is not positive. */
    public static double amountOut(double amountIn, double reserveIn, double reserveOut, double fee) {
        double effective = (1 - fee) * amountIn;
        return effective > 0 && reserveIn > 0 ? reserveOut * effective / (reserveIn + effective) : 0;
    }

    /** Input that gives an output; infinite if the pool does not hold that much. */
    public static double amountIn(double amountOut, double reserveIn, double reserveOut, double fee) {
        if (amountOut <= 0) {
            return 0;
        }
        double rest = (reserveOut - amountOut) * (1 - fee);
        return rest > 0 ? reserveIn * amountOut / rest : Double.POSITIVE_INFINITY;
    }

    /**
     * Input after which one more unit of it, fee paid, gives {@code rate} units of output; 0 if already the first unit
     * gives less. {@code x = (√(g R S / rate) − R) / g}.
     */
    public static double inputToRate(double reserveIn, double reserveOut, double fee, double rate) {
        double g = 1 - fee;
        if (!(rate > 0 && g > 0)) {
            return 0;
        }
        return StrictMath.max(0, (StrictMath.sqrt(g * reserveIn * reserveOut / rate) - reserveIn) / g);
    }

    /** Input that lowers the pool's price of what is paid in by the fraction {@code drop}, in [0, 1). */
    public static double inputForDrop(double reserveIn, double fee, double drop) {
        return reserveIn * (1 / StrictMath.sqrt(1 - drop) - 1) / (1 - fee);
    }
}
