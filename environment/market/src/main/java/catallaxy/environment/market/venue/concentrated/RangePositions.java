package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The ranges of a pool, and what they are worth, in whole units. */
public final class RangePositions implements RangeLiquidity, Claims {
    private final RangePool pool;
    private final RangeBook book;
    private final Ledger ledger;

    /** The ranges of a book over a pool whose assets are of a ledger. */
    public RangePositions(RangePool pool, RangeBook book, Ledger ledger) {
        this.pool = pool;
        this.book = book;
        this.ledger = ledger;
    }

    @Override
    public int tickSpacing() {
        return pool.tickSpacing();
    }

    @Override
    public double priceAt(int tick) {
        double root = root(tick);
        return root * root * unitsRatio();
    }

    private static double root(int tick) {
        return RangeCurve.root(TickMath.sqrtRatioAtTick(tick));
    }

    /** What turns a price in base units into one in whole units. */
    private double unitsRatio() {
        return ledger.baseUnits(pool.asset0()) / ledger.baseUnits(pool.asset1());
    }

    @Override
    public int tickAt(double price) {
        int spacing = pool.tickSpacing();
        double tick = StrictMath.log(price / unitsRatio()) / StrictMath.log(1.0001);
        int highest = TickMath.MAX_TICK / spacing * spacing;
        int nearest = (int) Math.clamp(Math.rint(tick / spacing) * spacing, -highest, highest);
        return priceAt(nearest) <= price || nearest == -highest ? nearest : nearest - spacing;
    }

    @Override
    public UInt256 liquidity() {
        return pool.liquidity();
    }

    @Override
    public List<Position> positions(int account) {
        return book.positions(account);
    }

    @Override
    public Holding amounts(Position position) {
        return amounts(position, RangeCurve.root(pool.sqrtPriceX96()));
    }

    private Holding amounts(Position position, double priceRoot) {
        double low = root(position.lowerTick());
        double high = root(position.upperTick());
        double at = Math.clamp(priceRoot, low, high);
        double liquidity = position.liquidity().doubleValue();
        return new Holding(
                liquidity * (1 / at - 1 / high) / ledger.baseUnits(pool.asset0()),
                liquidity * (at - low) / ledger.baseUnits(pool.asset1()));
    }

    @Override
    public Holding uncollected(Position position) {
        RangeBook.Owed owed = book.owed(position);
        return new Holding(
                ledger.toWhole(pool.asset0(), owed.amount0()), ledger.toWhole(pool.asset1(), owed.amount1()));
    }

    @Override
    public Holding amountsAt(Position position, double basePrice, double quotePrice) {
        return amounts(position, StrictMath.sqrt(basePrice / quotePrice / unitsRatio()));
    }

    @Override
    public UInt256 liquidityFor(int lowerTick, int upperTick, UInt256 base, UInt256 quote) {
        return LiquidityAmounts.liquidity(
                pool.sqrtPriceX96(),
                TickMath.sqrtRatioAtTick(lowerTick),
                TickMath.sqrtRatioAtTick(upperTick),
                base,
                quote);
    }

    @Override
    public Call open(int lowerTick, int upperTick, UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote) {
        return book.open(lowerTick, upperTick, base, quote, leastBase, leastQuote);
    }

    @Override
    public Call reduce(Position position, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote) {
        return book.reduce(position, liquidity, leastBase, leastQuote);
    }

    @Override
    public Call collect(Position position) {
        return book.collect(position);
    }

    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        double basePrice = prices.applyAsDouble(pool.asset0());
        double quotePrice = prices.applyAsDouble(pool.asset1());
        Holding claimed = claimed(account, basePrice, quotePrice);
        return claimed.base() * basePrice + claimed.quote() * quotePrice;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        boolean isBase = asset == pool.asset0();
        if (!isBase && asset != pool.asset1()) {
            return 0;
        }
        Holding claimed = claimed(account, prices.applyAsDouble(pool.asset0()), prices.applyAsDouble(pool.asset1()));
        return isBase ? claimed.base() : claimed.quote();
    }

    /** All of an account's liquidity at the world's prices, and its fees. */
    private Holding claimed(int account, double basePrice, double quotePrice) {
        double base = 0;
        double quote = 0;
        for (Position each : positions(account)) {
            Holding held = amountsAt(each, basePrice, quotePrice);
            Holding fees = uncollected(each);
            base += held.base() + fees.base();
            quote += held.quote() + fees.quote();
        }
        return new Holding(base, quote);
    }
}
