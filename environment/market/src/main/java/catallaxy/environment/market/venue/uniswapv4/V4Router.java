package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.concentrated.LiquidityAmounts;
import catallaxy.environment.market.venue.concentrated.TickMath;

/**
 * The parts of router and position manager that act on one pool of an unlocked manager, and settle what their sender owes and gets.
 * Positions belong to the senders' accounts, without tokens that stand for them. Lives as long as a call.
 */
record V4Router(V4Pools pools, Frame frame) {
    /** Pays what an account owes, and pays out what it gets. */
    void settle(V4PoolKey key, int holder, int to) {
        for (int currency : new int[] {key.currency0(), key.currency1()}) {
            Int256 delta = pools.delta(holder, currency);
            if (delta.isNegative()) {
                pools.sync(currency);
                boolean paid = frame.ledger().transfer(holder, pools.account(), currency, delta.magnitude());
                V4Revert.unless(paid, "TRANSFER_FROM_FAILED");
                pools.settle(holder);
            } else if (!delta.isZero()) {
                pools.take(holder, currency, to, delta.magnitude());
            }
        }
    }

    Result provide(ProvideRange provide, V4PoolKey key) {
        checkTicks(provide.tickLower(), provide.tickUpper());
        UInt256 liquidity = LiquidityAmounts.liquidity(
                new V4Prices(pools, key, frame::timeNanos).sqrtPriceX96(),
                TickMath.sqrtRatioAtTick(provide.tickLower()),
                TickMath.sqrtRatioAtTick(provide.tickUpper()),
                frame.amount(provide.base(), key.currency0()),
                frame.amount(provide.quote(), key.currency1()));
        V4Change change = change(key, provide.tickLower(), provide.tickUpper(), Int256.of(liquidity));
        V4Delta paid = change.delta().minus(change.fees());
        requireLeast(paid, provide.leastBase(), provide.leastQuote());
        tell(provide.pool(), true, paid, liquidity);
        return Result.of(liquidity, paid.amount0().magnitude(), paid.amount1().magnitude());
    }

    private static void checkTicks(int lower, int upper) {
        V4Revert.unless(lower < upper, "TicksMisordered");
        V4Revert.unless(TickMath.isTick(lower), "TickLowerOutOfBounds");
        V4Revert.unless(TickMath.isTick(upper), "TickUpperOutOfBounds");
    }

    Result withdraw(WithdrawRange withdraw, V4PoolKey key) {
        Int256 delta = V4Cast.int256(withdraw.liquidity()).negatedExact();
        V4Change change = change(key, withdraw.tickLower(), withdraw.tickUpper(), delta);
        V4Delta taken = change.delta().minus(change.fees());
        requireLeast(taken, withdraw.leastBase(), withdraw.leastQuote());
        if (!delta.isZero()) {
            tell(withdraw.pool(), false, taken, withdraw.liquidity());
        }
        return Result.of(
                change.delta().amount0().magnitude(), change.delta().amount1().magnitude());
    }

    /** Changes the sender's position, and settles. */
    private V4Change change(V4PoolKey key, int lower, int upper, Int256 liquidity) {
        V4Change change = pools.modifyLiquidity(frame.caller(), key, new V4LiquidityOrder(lower, upper, liquidity, 0));
        settle(key, frame.caller(), frame.caller());
        return change;
    }

    private static void requireLeast(V4Delta principal, UInt256 leastBase, UInt256 leastQuote) {
        boolean enough = principal.amount0().magnitude().isAtLeast(leastBase)
                && principal.amount1().magnitude().isAtLeast(leastQuote);
        V4Revert.unless(enough, "MinimumAmountInsufficient");
    }

    private void tell(int venue, boolean added, V4Delta principal, UInt256 liquidity) {
        frame.emit(new MarketEvent.LiquidityChanged(
                frame.timeNanos(),
                venue,
                frame.participant(),
                added,
                principal.amount0().magnitude(),
                principal.amount1().magnitude(),
                liquidity));
    }

    Result donate(DonateToRange donate, V4PoolKey key) {
        UInt256 base = frame.amount(donate.base(), key.currency0());
        UInt256 quote = frame.amount(donate.quote(), key.currency1());
        pools.donate(frame.caller(), key, base, quote);
        settle(key, frame.caller(), frame.caller());
        return Result.of(base, quote);
    }
}
