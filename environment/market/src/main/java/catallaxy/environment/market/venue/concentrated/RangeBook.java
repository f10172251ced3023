package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** Whose ranges a pool has, what they have earned, and by which calls they are changed. A view of the present state. */
public interface RangeBook {
    /** What can be paid out of token0 and token1, base units. */
    record Owed(UInt256 amount0, UInt256 amount1) {}

    /** The account's positions in the order of their ticks; those without liquidity and fees are left out. */
    List<Position> positions(int account);

    /** Fees that a position has earned and not been paid, and what was taken out of it and not been paid. */
    Owed owed(Position position);

    /** A call as of {@link catallaxy.environment.api.venue.RangeLiquidity#open}. */
    Call open(int lowerTick, int upperTick, UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote);

    /** A call as of {@link catallaxy.environment.api.venue.RangeLiquidity#reduce}. */
    Call reduce(Position position, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote);

    /** A call as of {@link catallaxy.environment.api.venue.RangeLiquidity#collect}. */
    Call collect(Position position);
}
