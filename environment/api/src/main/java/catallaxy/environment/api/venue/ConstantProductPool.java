package catallaxy.environment.api.venue;

/**
 * A venue whose swaps keep the product of its two assets, so that the closed forms of such a pool hold with {@link #base} and
 * {@link #quote} as its reserves, and the fee taken off the input.
 */
public interface ConstantProductPool extends Liquidity {}
