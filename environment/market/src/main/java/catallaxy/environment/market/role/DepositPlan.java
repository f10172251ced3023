package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;

/**
 * A deposit in a pool's ratio out of what there is, and the swap in the same pool before it that gets the ratio; whole units.
 *
 * @param assetIn what is swapped for the pool's other asset; {@link #NO_SWAP} where the ratio is had without
 * @param in      how much of it
 * @param out     what that gives at present
 * @param base    most that is deposited of the base asset after the swap
 * @param quote   most that is deposited of the quote asset after the swap
 */
record DepositPlan(int assetIn, double in, double out, double base, double quote) {
    static final int NO_SWAP = -1;

    private static final int HALVINGS = 60;

    /**
     * What is there for a deposit.
     *
     * @param base        of the base asset, whole units
     * @param quote       of the quote asset, whole units
     * @param leastSwap   worth of a swap below which the deposit is rather made smaller, quote units
     * @param maxSlippage by which the swap may move the price, and by which its output may fall short
     */
    record Means(double base, double quote, double leastSwap, double maxSlippage) {}

    /** A deposit worth {@code worth} quote units at the pool's price, or as much of it as the means allow. */
    static DepositPlan of(MarketMap.Venue pair, Liquidity pool, Quoting quotes, double worth, Means means) {
        double price = pool.quote() / pool.base();
        double inQuote = means.base() * price;
        double half = worth / 2;
        if (inQuote < half && inQuote < means.quote()) {
            Sides sides = new Sides(true, means.base(), means.quote(), pool.base(), pool.quote(), worth);
            DepositPlan swapped = swapping(sides, quotes, pair.quote(), means);
            return swapped.in >= means.leastSwap() ? swapped : plain(half, inQuote, means, price);
        }
        if (means.quote() < half && means.quote() < inQuote) {
            Sides sides = new Sides(false, means.quote(), means.base(), pool.quote(), pool.base(), worth / price);
            DepositPlan swapped = swapping(sides, quotes, pair.base(), means);
            return swapped.in * price >= means.leastSwap() ? swapped : plain(half, inQuote, means, price);
        }
        return plain(half, inQuote, means, price);
    }

    private static DepositPlan plain(double half, double baseInQuote, Means means, double price) {
        double each = StrictMath.min(half, StrictMath.min(baseInQuote, means.quote()));
        return new DepositPlan(NO_SWAP, 0, 0, each / price, each);
    }

    /** Holdings and reserves of the asset that is short and of the one that is paid; {@code worth} in the latter. */
    private record Sides(
            boolean baseIsShort,
            double shortHeld,
            double paidHeld,
            double shortReserve,
            double paidReserve,
            double worth) {
        /** What a swap of {@code in} leaves to be deposited of the asset that is paid. */
        double paidDeposit(double in, double out) {
            return (shortHeld + out) * (paidReserve + in) / (shortReserve - out);
        }

        boolean fits(double in, double out) {
            double deposit = paidDeposit(in, out);
            return out < shortReserve && 2 * deposit <= worth && in + deposit <= paidHeld;
        }
    }

    /** The largest swap after which the deposit is neither too large nor lacks the other asset. */
    private static DepositPlan swapping(Sides sides, Quoting quotes, int assetIn, Means means) {
        double low = 0;
        double high = StrictMath.min(sides.paidHeld, quotes.inForDrop(assetIn, means.maxSlippage()));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean fits = sides.fits(middle, quotes.out(assetIn, middle));
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        double out = quotes.out(assetIn, low);
        double sure = sides.shortHeld + out * (1 - means.maxSlippage());
        double paid = sure * (sides.paidReserve + low) / (sides.shortReserve - out);
        return sides.baseIsShort
                ? new DepositPlan(assetIn, low, out, sure, paid)
                : new DepositPlan(assetIn, low, out, paid, sure);
    }
}
