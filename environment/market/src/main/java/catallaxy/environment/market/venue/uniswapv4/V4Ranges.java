package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeBook;
import java.util.ArrayList;
import java.util.List;

/** The ranges of a pool of a manager. What is taken out is paid at once, so that only fees are owed. */
record V4Ranges(int venue, V4Prices prices) implements RangeBook {
    @Override
    public List<Position> positions(int account) {
        V4PositionKey first = new V4PositionKey(account, Integer.MIN_VALUE, Integer.MIN_VALUE, 0);
        V4PositionKey last = new V4PositionKey(account, Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
        List<Position> positions = new ArrayList<>();
        prices.pool().positions().subMap(first, true, last, true).forEach((key, held) -> {
            if (!held.liquidity().isZero()) {
                positions.add(new Position(account, key.lower(), key.upper(), held.liquidity()));
            }
        });
        return positions;
    }

    @Override
    public Owed owed(Position position) {
        V4Pool pool = prices.pool();
        V4Position held =
                pool.position(new V4PositionKey(position.account(), position.lowerTick(), position.upperTick(), 0));
        V4Inside inside = pool.inside(position.lowerTick(), position.upperTick());
        return new Owed(inside.earned0(held), inside.earned1(held));
    }

    @Override
    public Call open(int lowerTick, int upperTick, UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote) {
        return new ProvideRange(venue, lowerTick, upperTick, Amount.of(base), Amount.of(quote), leastBase, leastQuote);
    }

    @Override
    public Call reduce(Position position, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote) {
        return new WithdrawRange(venue, position.lowerTick(), position.upperTick(), liquidity, leastBase, leastQuote);
    }

    @Override
    public Call collect(Position position) {
        return reduce(position, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);
    }
}
