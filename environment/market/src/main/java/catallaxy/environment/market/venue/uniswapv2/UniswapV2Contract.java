package catallaxy.environment.market.venue.uniswapv2;

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
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;

/**
 * A pair on its chain, with the parts of the router that concern one pair: what {@code UniswapV2Router02} does before and after it
 * calls the pair, whose own arithmetic is {@link V2Pair}'s.
 */
final class UniswapV2Contract implements Contract {
    private static final long NANOS = 1_000_000_000L;
    private static final Result UNPAID = Result.reverted(V2Status.TRANSFER_FROM_FAILED.reason());

    private final int venue;
    private final V2Pair pair;

    UniswapV2Contract(int venue, V2Pair pair) {
        this.venue = venue;
        this.pair = pair;
    }

    V2Pair pair() {
        return pair;
    }

    @Override
    public int account() {
        return pair.accounts().pair();
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case Hop.Preview ask -> preview(frame, ask.assetIn(), ask.amountIn());
            case Hop hop -> swap(frame, hop);
            case Call.AddLiquidity add -> GasPart.charge(frame, UniswapV2.ADD_GAS, () -> add(frame, add));
            case Call.RemoveLiquidity remove ->
                GasPart.charge(frame, UniswapV2.REMOVE_GAS, () -> remove(frame, remove));
            case FlashLoan flash -> GasPart.charge(frame, UniswapV2.FLASH_GAS, () -> flash(frame, flash));
            default -> Result.reverted("UniswapV2: UNKNOWN_CALL " + call.name());
        };
    }

    private Result preview(Frame frame, int assetIn, UInt256 amountIn) {
        if (!trades(assetIn)) {
            return Result.reverted(V2Status.LIBRARY_INVALID_PATH.reason());
        }
        frame.gas(GasPart.checks(UniswapV2.HOP_GAS));
        return result(pair.amountOut(isZero(assetIn), amountIn));
    }

    private Result swap(Frame frame, Hop hop) {
        if (!trades(hop.assetIn())) {
            return Result.reverted(V2Status.LIBRARY_INVALID_PATH.reason());
        }
        boolean zeroForOne = isZero(hop.assetIn());
        remember(frame);
        V2Quote bought =
                pair.swapExactIn(frame.ledger(), seconds(frame), zeroForOne, hop.amountIn(), hop.from(), hop.to());
        if (bought.status().ok()) {
            frame.gas(GasPart.work(UniswapV2.HOP_GAS));
            swapped(frame, zeroForOne, hop.amountIn(), bought.amount());
        }
        return result(bought);
    }

    private void swapped(Frame frame, boolean zeroForOne, UInt256 amountIn, UInt256 amountOut) {
        frame.emit(new MarketEvent.PoolSwapped(
                frame.timeNanos(), venue, frame.participant(), zeroForOne, amountIn, amountOut));
        UInt256 quote = zeroForOne ? amountOut : amountIn;
        frame.traded(venue, pair.accounts().asset1(), quote, pair.feePerMille() / 1000.0);
    }

    private boolean trades(int asset) {
        return isZero(asset) || pair.accounts().asset1() == asset;
    }

    private boolean isZero(int asset) {
        return pair.accounts().asset0() == asset;
    }

    private Result add(Frame frame, Call.AddLiquidity add) {
        V2Accounts accounts = pair.accounts();
        UInt256 desired0 = frame.amount(add.amount0Desired(), accounts.asset0());
        UInt256 desired1 = frame.amount(add.amount1Desired(), accounts.asset1());
        V2Deposit amounts = V2Deposit.of(pair, desired0, desired1, add.amount0Min(), add.amount1Min());
        if (!amounts.status().ok()) {
            return Result.reverted(amounts.status().reason());
        }
        boolean paid =
                pay(frame, accounts.asset0(), amounts.amount0()) && pay(frame, accounts.asset1(), amounts.amount1());
        if (!paid) {
            return UNPAID;
        }
        remember(frame);
        V2Mint mint = pair.mint(frame.ledger(), seconds(frame), frame.caller());
        if (!mint.status().ok()) {
            return Result.reverted(mint.status().reason());
        }
        changed(frame, true, amounts.amount0(), amounts.amount1(), mint.liquidity());
        return Result.of(mint.liquidity(), amounts.amount0(), amounts.amount1());
    }

    private Result remove(Frame frame, Call.RemoveLiquidity remove) {
        UInt256 shares = frame.amount(remove.shares(), pair.accounts().shares());
        if (!pay(frame, pair.accounts().shares(), shares)) {
            return UNPAID;
        }
        remember(frame);
        V2Burn burn = pair.burn(frame.ledger(), seconds(frame), frame.caller());
        if (!burn.status().ok()) {
            return Result.reverted(burn.status().reason());
        } else if (burn.amount0().isLessThan(remove.amount0Min())) {
            return Result.reverted(V2Status.ROUTER_INSUFFICIENT_A_AMOUNT.reason());
        } else if (burn.amount1().isLessThan(remove.amount1Min())) {
            return Result.reverted(V2Status.ROUTER_INSUFFICIENT_B_AMOUNT.reason());
        }
        changed(frame, false, burn.amount0(), burn.amount1(), shares);
        return Result.of(burn.amount0(), burn.amount1());
    }

    private void changed(Frame frame, boolean added, UInt256 amount0, UInt256 amount1, UInt256 shares) {
        frame.emit(new MarketEvent.LiquidityChanged(
                frame.timeNanos(), venue, frame.participant(), added, amount0, amount1, shares));
    }

    private boolean pay(Frame frame, int asset, UInt256 amount) {
        return frame.ledger().transfer(frame.caller(), account(), asset, amount);
    }

    /** What came in is seen by the pair itself, which compares what it holds with what it held. */
    private Result flash(Frame frame, FlashLoan flash) {
        if (!flash.loans().stream().allMatch(each -> trades(each.asset()))) {
            return Result.reverted(V2Status.LIBRARY_INVALID_PATH.reason());
        }
        List<UInt256> fees = flash.loans().stream()
                .map(each -> V2Library.flashFee(each.amount(), pair.feePerMille()))
                .toList();
        FlashRepayment repayment = new FlashRepayment(frame, account(), flash, fees);
        UInt256[] held = held(frame);
        String[] inner = {""};
        remember(frame);
        UInt256 out0 = flash.amount(pair.accounts().asset0());
        UInt256 out1 = flash.amount(pair.accounts().asset1());
        V2Status status =
                pair.flashSwap(frame.ledger(), seconds(frame), out0, out1, frame.caller(), (amount0, amount1) -> {
                    Result used = repayment.use();
                    inner[0] = used.reason();
                    if (used.ok() && !paidInTheOther(frame, held, out0, out1)) {
                        repayment.take();
                    }
                    return used.ok() ? V2Status.OK : V2Status.TRANSFER_FAILED;
                });
        if (!status.ok()) {
            return Result.reverted(inner[0].isEmpty() ? status.reason() : inner[0]);
        }
        report(frame, held, out0, out1);
        return repayment.cost();
    }

    /** Whether the borrower has paid in the asset that it did not borrow: a swap, which it pays by itself. */
    private boolean paidInTheOther(Frame frame, UInt256[] before, UInt256 out0, UInt256 out1) {
        UInt256[] now = held(frame);
        return (out0.isZero() && before[0].isLessThan(now[0])) || (out1.isZero() && before[1].isLessThan(now[1]));
    }

    private UInt256[] held(Frame frame) {
        V2Accounts accounts = pair.accounts();
        return new UInt256[] {
            frame.ledger().balance(account(), accounts.asset0()), frame.ledger().balance(account(), accounts.asset1())
        };
    }

    /** Reports the larger side that came in as the input of a swap. */
    private void report(Frame frame, UInt256[] before, UInt256 out0, UInt256 out1) {
        UInt256[] after = held(frame);
        UInt256 in0 = after[0].plusExact(out0).minusExact(before[0]);
        UInt256 in1 = after[1].plusExact(out1).minusExact(before[1]);
        boolean zeroForOne = !out1.isZero() || in1.isZero();
        swapped(frame, zeroForOne, zeroForOne ? in0 : in1, zeroForOne ? out1 : out0);
    }

    private static Result result(V2Quote quote) {
        return quote.status().ok()
                ? Result.of(quote.amount())
                : Result.reverted(quote.status().reason());
    }

    /** Lets the frame put the pair back as it is now. */
    private void remember(Frame frame) {
        V2Pair before = pair.copy();
        frame.onRevert(() -> pair.restore(before));
    }

    private static long seconds(Frame frame) {
        return frame.timeNanos() / NANOS;
    }

    @Override
    public UniswapV2Contract copy() {
        return new UniswapV2Contract(venue, pair.copy());
    }

    @Override
    public void restore(Contract earlier) {
        pair.restore(((UniswapV2Contract) earlier).pair);
    }

    @Override
    public void save(StateWriter out) {
        pair.save(out);
    }
}
