package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.FlashRepayment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.concentrated.LiquidityAmounts;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;

/**
 * A pool on its chain, with the parts of router and position manager that concern one pool; its own arithmetic is {@link V3Pool}'s.
 * Positions belong to the senders' accounts, without tokens that stand for them.
 */
final class UniswapV3Contract implements Contract {
    private static final long NANOS = 1_000_000_000L;

    private final int venue;
    private final V3Pool pool;

    UniswapV3Contract(int venue, V3Pool pool) {
        this.venue = venue;
        this.pool = pool;
    }

    V3Pool pool() {
        return pool;
    }

    @Override
    public int account() {
        return pool.account();
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case Hop.Preview ask -> preview(frame, ask.assetIn(), ask.amountIn());
            case Hop hop -> swap(frame, hop);
            case MintPosition mint -> GasPart.charge(frame, UniswapV3.MINT_GAS, () -> mint(frame, mint));
            case BurnPosition burn -> GasPart.charge(frame, UniswapV3.BURN_GAS, () -> burn(frame, burn));
            case CollectPosition collect -> GasPart.charge(frame, UniswapV3.COLLECT_GAS, () -> collect(frame, collect));
            case FlashLoan flash -> GasPart.charge(frame, UniswapV3.FLASH_GAS, () -> flash(frame, flash));
            default -> Result.reverted("UniswapV3: UNKNOWN_CALL " + call.name());
        };
    }

    private Result preview(Frame frame, int assetIn, UInt256 amountIn) {
        boolean zeroForOne = assetIn == pool.asset0();
        frame.gas(GasPart.checks(UniswapV3.HOP.still()));
        V3Trade trade = pool.quote(zeroForOne, true, amountIn, V3Pool.farthestLimit(zeroForOne));
        return trade.status().ok() ? Result.of(trade.amountOut()) : reverted(trade.status());
    }

    private Result swap(Frame frame, Hop hop) {
        boolean zeroForOne = hop.assetIn() == pool.asset0();
        V3Trade trade = pool.swap(
                context(frame),
                zeroForOne,
                true,
                hop.amountIn(),
                V3Pool.farthestLimit(zeroForOne),
                hop.to(),
                (owed0, owed1) -> pay(frame, hop.from(), owed0, owed1));
        if (!trade.status().ok()) {
            return reverted(trade.status());
        }
        frame.gas(GasPart.work(UniswapV3.HOP.still()) + UniswapV3.HOP.crossing(trade.crossed()));
        frame.emit(new MarketEvent.PoolSwapped(
                frame.timeNanos(), venue, frame.participant(), zeroForOne, trade.amountIn(), trade.amountOut()));
        UInt256 quote = zeroForOne ? trade.amountOut() : trade.amountIn();
        frame.traded(venue, pool.asset1(), quote, pool.feePips() / 1e6);
        return Result.of(trade.amountOut());
    }

    private V3Status pay(Frame frame, int from, UInt256 owed0, UInt256 owed1) {
        boolean paid = (owed0.isZero() || frame.ledger().transfer(from, account(), pool.asset0(), owed0))
                && (owed1.isZero() || frame.ledger().transfer(from, account(), pool.asset1(), owed1));
        return paid ? V3Status.OK : V3Status.TRANSFER_FROM_FAILED;
    }

    private Result mint(Frame frame, MintPosition mint) {
        V3Status ticks = V3LiquidityChange.checkTicks(mint.tickLower(), mint.tickUpper());
        if (!ticks.ok()) {
            return reverted(ticks);
        }
        UInt256 liquidity = LiquidityAmounts.liquidity(
                pool.sqrtPriceX96(),
                TickMath.sqrtRatioAtTick(mint.tickLower()),
                TickMath.sqrtRatioAtTick(mint.tickUpper()),
                frame.amount(mint.amount0Desired(), pool.asset0()),
                frame.amount(mint.amount1Desired(), pool.asset1()));
        V3Amounts paid = pool.mint(
                context(frame),
                frame.caller(),
                mint.tickLower(),
                mint.tickUpper(),
                liquidity,
                (owed0, owed1) -> pay(frame, frame.caller(), owed0, owed1));
        if (!paid.status().ok()) {
            return reverted(paid.status());
        }
        if (isLess(paid, mint.amount0Min(), mint.amount1Min())) {
            return reverted(V3Status.PRICE_SLIPPAGE);
        }
        changed(frame, true, paid, liquidity);
        return Result.of(liquidity, paid.amount0(), paid.amount1());
    }

    private static boolean isLess(V3Amounts amounts, UInt256 least0, UInt256 least1) {
        return amounts.amount0().isLessThan(least0) || amounts.amount1().isLessThan(least1);
    }

    private Result burn(Frame frame, BurnPosition burn) {
        V3Amounts credited =
                pool.burn(context(frame), frame.caller(), burn.tickLower(), burn.tickUpper(), burn.liquidity());
        if (!credited.status().ok()) {
            return reverted(credited.status());
        }
        if (isLess(credited, burn.amount0Min(), burn.amount1Min())) {
            return reverted(V3Status.PRICE_SLIPPAGE);
        }
        if (!burn.liquidity().isZero()) {
            changed(frame, false, credited, burn.liquidity());
        }
        return Result.of(credited.amount0(), credited.amount1());
    }

    private void changed(Frame frame, boolean added, V3Amounts amounts, UInt256 liquidity) {
        frame.emit(new MarketEvent.LiquidityChanged(
                frame.timeNanos(), venue, frame.participant(), added, amounts.amount0(), amounts.amount1(), liquidity));
    }

    private Result collect(Frame frame, CollectPosition collect) {
        V3Amounts paid = pool.collect(
                context(frame),
                frame.caller(),
                collect.tickLower(),
                collect.tickUpper(),
                collect.most0(),
                collect.most1(),
                frame.caller());
        return result(paid);
    }

    private Result flash(Frame frame, FlashLoan flash) {
        if (!flash.loans().stream().allMatch(each -> each.asset() == pool.asset0() || each.asset() == pool.asset1())) {
            return reverted(V3Status.TRANSFER_FAILED);
        }
        List<UInt256> fees = flash.loans().stream()
                .map(each -> V3Flash.fee(each.amount(), pool.feePips()))
                .toList();
        FlashRepayment repayment = new FlashRepayment(frame, account(), flash, fees);
        String[] inner = {""};
        V3Amounts paid = pool.flash(
                context(frame),
                flash.amount(pool.asset0()),
                flash.amount(pool.asset1()),
                frame.caller(),
                (fee0, fee1) -> {
                    Result used = repayment.use();
                    inner[0] = used.reason();
                    if (used.ok()) {
                        repayment.take();
                    }
                    return used.ok() ? V3Status.OK : V3Status.TRANSFER_FAILED;
                });
        if (!inner[0].isEmpty()) {
            return Result.reverted(inner[0]);
        }
        return paid.status().ok() ? paidOf(flash, paid) : reverted(paid.status());
    }

    private Result paidOf(FlashLoan flash, V3Amounts paid) {
        return new Result(
                "",
                flash.loans().stream()
                        .map(each -> each.asset() == pool.asset0() ? paid.amount0() : paid.amount1())
                        .toList());
    }

    private static Result result(V3Amounts amounts) {
        return amounts.status().ok() ? Result.of(amounts.amount0(), amounts.amount1()) : reverted(amounts.status());
    }

    private static Result reverted(V3Status status) {
        return Result.reverted(status.reason());
    }

    private static V3Context context(Frame frame) {
        Undo undo = new Undo();
        frame.onRevert(undo);
        return new V3Context(frame.ledger(), frame.timeNanos() / NANOS, undo);
    }

    @Override
    public UniswapV3Contract copy() {
        return new UniswapV3Contract(venue, pool.copy());
    }

    @Override
    public void restore(Contract earlier) {
        pool.restore(((UniswapV3Contract) earlier).pool);
    }

    @Override
    public void save(StateWriter out) {
        pool.save(out);
    }
}
