package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.LiquidityAmounts;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntToDoubleFunction;

/** The ranges of a pool, and what they are worth, in whole units. */
final class UniswapV3Ranges implements RangeLiquidity, Claims {
    private final int venue;
    private final V3Pool pool;
    private final Ledger ledger;

    UniswapV3Ranges(int venue, V3Pool pool, Ledger ledger) {
        this.venue = venue;
        this.pool = pool;
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
        return V3Curve.root(TickMath.sqrtRatioAtTick(tick));
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

    private NavigableMap<V3PositionKey, V3Position> of(int account) {
        V3PositionKey first = new V3PositionKey(account, Integer.MIN_VALUE, Integer.MIN_VALUE);
        V3PositionKey last = new V3PositionKey(account, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return pool.positions().subMap(first, true, last, true);
    }

    @Override
    public List<Position> positions(int account) {
        List<Position> positions = new ArrayList<>();
        for (Map.Entry<V3PositionKey, V3Position> each : of(account).entrySet()) {
            V3Position held = each.getValue();
            if (!held.liquidity().isZero()
                    || !held.owed0().isZero()
                    || !held.owed1().isZero()) {
                V3PositionKey key = each.getKey();
                positions.add(new Position(account, key.lower(), key.upper(), held.liquidity()));
            }
        }
        return positions;
    }

    @Override
    public Holding amounts(Position position) {
        return amounts(position, V3Curve.root(pool.sqrtPriceX96()));
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
        V3Position now = pool.earned(position.account(), position.lowerTick(), position.upperTick());
        return new Holding(ledger.toWhole(pool.asset0(), now.owed0()), ledger.toWhole(pool.asset1(), now.owed1()));
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
        return new MintPosition(venue, lowerTick, upperTick, Amount.of(base), Amount.of(quote), leastBase, leastQuote);
    }

    @Override
    public Call reduce(Position position, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote) {
        return new Call.Batch(List.of(
                new BurnPosition(venue, position.lowerTick(), position.upperTick(), liquidity, leastBase, leastQuote),
                CollectPosition.all(venue, position.lowerTick(), position.upperTick())));
    }

    /** Nothing is burned to credit the fees, which the pool refuses where there is no liquidity; then all is credited already. */
    @Override
    public Call collect(Position position) {
        return position.liquidity().isZero()
                ? CollectPosition.all(venue, position.lowerTick(), position.upperTick())
                : reduce(position, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);
    }

    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        if (of(account).isEmpty()) {
            return 0;
        }
        double basePrice = prices.applyAsDouble(pool.asset0());
        double quotePrice = prices.applyAsDouble(pool.asset1());
        Holding claimed = claimed(account, basePrice, quotePrice);
        return claimed.base() * basePrice + claimed.quote() * quotePrice;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        boolean isBase = asset == pool.asset0();
        if ((!isBase && asset != pool.asset1()) || of(account).isEmpty()) {
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
