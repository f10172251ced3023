package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Piece;
import java.util.Iterator;
import java.util.List;

/**
 * A pool of constant product by itself, outside any market: what problems and references of routing are made of. An input x gives
 * {@code ⌊g x S / (10⁶ R + g x)⌋} with g = 10⁶ less the fee, R and S the reserves of what is paid in and out. Whole units are base units.
 * Immutable.
 *
 * @param name     of the pool, like no other's
 * @param asset0   index of one asset
 * @param asset1   index of the other
 * @param reserve0 held of the one, positive, below 2^112
 * @param reserve1 held of the other
 * @param feePips  kept of what is paid in, millionths
 */
public record ProductPool(String name, int asset0, int asset1, UInt256 reserve0, UInt256 reserve1, int feePips) {
    private static final int PIPS = 1_000_000;
    private static final int RESERVE_BITS = 112;

    public ProductPool {
        Checks.that(asset0 != asset1, "asset1", "another than asset0", asset1);
        checkReserve("reserve0", reserve0);
        checkReserve("reserve1", reserve1);
        Checks.inRange("feePips", feePips, 0, PIPS - 1);
    }

    private static void checkReserve(String key, UInt256 reserve) {
        Checks.that(!reserve.isZero() && reserve.bitLength() <= RESERVE_BITS, key, "from 1 to 2^112 − 1", reserve);
    }

    /** Whether an asset is one of its two. */
    public boolean holds(int asset) {
        return asset == asset0 || asset == asset1;
    }

    /** What it holds of one of its assets. */
    public UInt256 reserve(int asset) {
        return asset == asset0 ? reserve0 : reserve1;
    }

    /** Its other asset. */
    public int other(int asset) {
        return asset == asset0 ? asset1 : asset0;
    }

    /** What an input gives. */
    public UInt256 out(int assetIn, UInt256 in) {
        UInt256 kept = in.timesExact(UInt256.of(PIPS - feePips));
        UInt256 all = reserve(assetIn).timesExact(UInt256.of(PIPS)).plusExact(kept);
        return kept.mulDivFloor(reserve(other(assetIn)), all);
    }

    /** The pool after a swap. */
    public ProductPool after(int assetIn, UInt256 in) {
        UInt256 out = out(assetIn, in);
        return assetIn == asset0
                ? new ProductPool(name, asset0, asset1, reserve0.plusExact(in), reserve1.minusExact(out), feePips)
                : new ProductPool(name, asset0, asset1, reserve0.minusExact(out), reserve1.plusExact(in), feePips);
    }

    /** Its curve where an asset is paid in. */
    public Piece piece(int assetIn) {
        double kept = 1 - (double) feePips / PIPS;
        return new Piece(
                kept * reserve(other(assetIn)).doubleValue(),
                reserve(assetIn).doubleValue(),
                kept,
                Double.POSITIVE_INFINITY);
    }

    /** Both its swaps, at a place of the number 0. */
    public List<Conversion> conversions() {
        return List.of(new Swap(this, asset0), new Swap(this, asset1));
    }

    private record Swap(ProductPool pool, int assetIn) implements Conversion {
        @Override
        public AssetAt from() {
            return new AssetAt(0, assetIn);
        }

        @Override
        public AssetAt to() {
            return new AssetAt(0, pool.other(assetIn));
        }

        @Override
        public String by() {
            return pool.name;
        }

        @Override
        public double rate() {
            return pool.piece(assetIn).rate();
        }

        @Override
        public double out(double in) {
            return pool.piece(assetIn).out(in);
        }

        @Override
        public double inTo(double rate) {
            return pool.piece(assetIn).inTo(rate);
        }

        @Override
        public UInt256 outUnits(UInt256 in) {
            return pool.out(assetIn, in);
        }

        @Override
        public Iterator<Piece> pieces() {
            return List.of(pool.piece(assetIn)).iterator();
        }

        @Override
        public long delayNanos() {
            return 0;
        }

        @Override
        public boolean isAtomic() {
            return true;
        }

        @Override
        public double gasQuote() {
            return 0;
        }
    }
}
