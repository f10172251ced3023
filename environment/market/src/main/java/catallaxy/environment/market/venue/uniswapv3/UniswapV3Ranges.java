package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The ranges of a pool. */
final class UniswapV3Ranges implements RangeBook {
    private final int venue;
    private final V3Pool pool;

    UniswapV3Ranges(int venue, V3Pool pool) {
        this.venue = venue;
        this.pool = pool;
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
    public Owed owed(Position position) {
        V3Position now = pool.earned(position.account(), position.lowerTick(), position.upperTick());
        return new Owed(now.owed0(), now.owed1());
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
}
