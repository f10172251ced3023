package catallaxy.environment.market.venue.pool;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A pool of several assets on its chain: the contract of the venues that its pairs are. Carries out the router's hops and the calls of
 * {@link PoolCalls}; a pool of two assets those of the router's deposits, too, in the pool's own ratio.
 */
public final class PoolContract implements Contract {
    private static final long NANOS = 1_000_000_000L;
    private static final int MOST_BITS = 255;
    private static final Result NO_PAIR = Result.reverted("Pool: INVALID_PATH");
    private static final Result NO_ASSET = Result.reverted("Pool: UNKNOWN_ASSET");
    private static final Result TOO_LITTLE = Result.reverted("Pool: LESS_THAN_LEAST");
    private static final Result EMPTY = Result.reverted("Pool: EMPTY");

    private final int firstVenue;
    private final SharedPool pool;
    private final PoolGas gas;
    private final List<PoolPairs> pairs;

    /**
     * The contract of a pool.
     *
     * @param firstVenue index of the venue of its first pair; the others follow
     */
    public PoolContract(int firstVenue, SharedPool pool, PoolGas gas) {
        this.firstVenue = firstVenue;
        this.pool = pool;
        this.gas = gas;
        pairs = PoolPairs.of(pool.assets().size());
    }

    /** The pool. */
    public SharedPool pool() {
        return pool;
    }

    /** The places of a venue's assets. */
    PoolPairs pair(int venue) {
        return pairs.get(venue - firstVenue);
    }

    /** The venues of its pairs. */
    List<Integer> venues() {
        return IntStream.range(firstVenue, firstVenue + pairs.size()).boxed().toList();
    }

    boolean isFirst(int venue) {
        return venue == firstVenue;
    }

    @Override
    public int account() {
        return pool.account();
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case Hop.Preview ask -> preview(frame, ask);
            case Hop hop -> swap(frame, hop);
            case JoinPool join -> charged(frame, call, () -> join(frame, join));
            case JoinPoolForShares join -> charged(frame, call, () -> joinForShares(frame, join));
            case ExitPool exit -> charged(frame, call, () -> exit(frame, exit));
            case ExitPoolInOne exit -> charged(frame, call, () -> exitInOne(frame, exit));
            case ExitPoolExactly exit -> charged(frame, call, () -> exitExactly(frame, exit));
            case Call.AddLiquidity add when pairs.size() == 1 -> charged(frame, call, () -> add(frame, add));
            case Call.RemoveLiquidity remove
            when pairs.size() == 1 -> charged(frame, call, () -> remove(frame, remove));
            case FlashLoan flash
            when pool.flash().isPresent() ->
                charged(frame, call, () -> flash(frame, flash, pool.flash().orElseThrow()));
            default -> Result.reverted("Pool: UNKNOWN_CALL " + call.name());
        };
    }

    private Result charged(Frame frame, Call call, Supplier<Result> body) {
        return GasPart.charge(frame, gas.of(call), () -> {
            remember(frame);
            return body.get();
        });
    }

    private Result flash(Frame frame, FlashLoan loan, PoolFlash flash) {
        List<Integer> assets = loan.loans().stream().map(FlashLoan.Loan::asset).toList();
        List<UInt256> amounts =
                loan.loans().stream().map(FlashLoan.Loan::amount).toList();
        FlashRepayment repayment = new FlashRepayment(
                frame, account(), loan, amounts.stream().map(flash::fee).toList());
        return flash.lend(frame.ledger(), assets, amounts, frame.caller(), () -> {
            Result used = repayment.use();
            if (used.ok()) {
                repayment.take();
            }
            return used;
        });
    }

    private Result preview(Frame frame, Hop.Preview ask) {
        int in = pool.assets().indexOf(ask.assetIn());
        PoolPairs pair = pair(ask.venue());
        if (in != pair.base() && in != pair.quote()) {
            return NO_PAIR;
        }
        frame.gas(GasPart.checks(gas.hop()));
        return pool.quote(seconds(frame), in, pair.base() + pair.quote() - in, ask.amountIn());
    }

    private Result swap(Frame frame, Hop hop) {
        int in = pool.assets().indexOf(hop.assetIn());
        PoolPairs pair = pair(hop.venue());
        if (in != pair.base() && in != pair.quote()) {
            return NO_PAIR;
        }
        remember(frame);
        int out = pair.base() + pair.quote() - in;
        Result bought = pool.swap(frame.ledger(), seconds(frame), in, out, hop.amountIn(), hop.from(), hop.to());
        if (bought.ok()) {
            frame.gas(GasPart.work(gas.hop()));
            swapped(frame, hop, in == pair.base(), pool.assets().get(pair.quote()), bought.amount());
        }
        return bought;
    }

    private void swapped(Frame frame, Hop hop, boolean sellsBase, int quoteAsset, UInt256 out) {
        frame.emit(new MarketEvent.PoolSwapped(
                frame.timeNanos(), hop.venue(), frame.participant(), sellsBase, hop.amountIn(), out));
        frame.traded(hop.venue(), quoteAsset, sellsBase ? out : hop.amountIn(), pool.feeRate());
    }

    private Result join(Frame frame, JoinPool join) {
        List<UInt256> amounts = new ArrayList<>();
        for (int i = 0; i < join.amounts().size(); i++) {
            boolean known = i < pool.assets().size();
            amounts.add(
                    known ? frame.amount(join.amounts().get(i), pool.assets().get(i)) : UInt256.ZERO);
        }
        return changed(
                frame,
                pool.join(frame.ledger(), seconds(frame), amounts, join.leastShares(), frame.caller()),
                result -> new Change(true, amounts, result.amount()));
    }

    private Result joinForShares(Frame frame, JoinPoolForShares join) {
        int place = pool.assets().indexOf(join.asset());
        if (place < 0) {
            return NO_ASSET;
        }
        UInt256 most = frame.amount(join.most(), join.asset());
        return changed(
                frame,
                pool.joinForShares(frame.ledger(), seconds(frame), join.shares(), place, most, frame.caller()),
                result -> new Change(true, only(place, result.amount()), join.shares()));
    }

    private Result exit(Frame frame, ExitPool exit) {
        UInt256 shares = frame.amount(exit.shares(), pool.shares());
        return changed(
                frame,
                pool.exit(frame.ledger(), seconds(frame), shares, exit.least(), frame.caller()),
                result -> new Change(false, result.amounts(), shares));
    }

    private Result exitInOne(Frame frame, ExitPoolInOne exit) {
        int place = pool.assets().indexOf(exit.asset());
        if (place < 0) {
            return NO_ASSET;
        }
        UInt256 shares = frame.amount(exit.shares(), pool.shares());
        return changed(
                frame,
                pool.exitInOne(frame.ledger(), seconds(frame), shares, place, exit.least(), frame.caller()),
                result -> new Change(false, only(place, result.amount()), shares));
    }

    private Result exitExactly(Frame frame, ExitPoolExactly exit) {
        UInt256 most = frame.amount(exit.mostShares(), pool.shares());
        return changed(
                frame,
                pool.exitExactly(frame.ledger(), seconds(frame), exit.amounts(), most, frame.caller()),
                result -> new Change(false, exit.amounts(), result.amount()));
    }

    /** In the pool's ratio, as much as both amounts allow. */
    private Result add(Frame frame, Call.AddLiquidity add) {
        UInt256 most0 = frame.amount(add.amount0Desired(), pool.assets().getFirst());
        UInt256 most1 = frame.amount(add.amount1Desired(), pool.assets().getLast());
        if (pool.balance(0).isZero() || pool.balance(1).isZero()) {
            return EMPTY;
        }
        UInt256 amount1 = inRatio(most0, 0, 1);
        boolean first = !most1.isLessThan(amount1);
        UInt256 amount0 = first ? most0 : inRatio(most1, 1, 0);
        List<UInt256> amounts = List.of(amount0, first ? amount1 : most1);
        if (amount0.isLessThan(add.amount0Min()) || amounts.getLast().isLessThan(add.amount1Min())) {
            return TOO_LITTLE;
        }
        Result joined = pool.join(frame.ledger(), seconds(frame), amounts, UInt256.ZERO, frame.caller());
        changed(frame, joined, result -> new Change(true, amounts, result.amount()));
        return joined.ok() ? Result.of(joined.amount(), amount0, amounts.getLast()) : joined;
    }

    /** What goes with an amount of one asset in the pool's ratio, rounded down; the greatest number for 2^255 and more. */
    private UInt256 inRatio(UInt256 amount, int of, int with) {
        UInt256 has = pool.balance(of);
        UInt256 hasWith = pool.balance(with);
        return amount.bitLength() + hasWith.bitLength() - has.bitLength() >= MOST_BITS
                ? UInt256.MAX
                : amount.mulDivFloor(hasWith, has);
    }

    private Result remove(Frame frame, Call.RemoveLiquidity remove) {
        UInt256 shares = frame.amount(remove.shares(), pool.shares());
        List<UInt256> least = List.of(remove.amount0Min(), remove.amount1Min());
        return changed(
                frame,
                pool.exit(frame.ledger(), seconds(frame), shares, least, frame.caller()),
                result -> new Change(false, result.amounts(), shares));
    }

    private List<UInt256> only(int place, UInt256 amount) {
        List<UInt256> amounts = new ArrayList<>();
        for (int i = 0; i < pool.assets().size(); i++) {
            amounts.add(i == place ? amount : UInt256.ZERO);
        }
        return amounts;
    }

    private record Change(boolean added, List<UInt256> amounts, UInt256 shares) {}

    @FunctionalInterface
    private interface Changing {
        Change of(Result result);
    }

    /** Tells of a change of liquidity in a pool of two; that of more is in the claims on it. */
    private Result changed(Frame frame, Result result, Changing changing) {
        if (result.ok() && pairs.size() == 1) {
            Change change = changing.of(result);
            frame.emit(new MarketEvent.LiquidityChanged(
                    frame.timeNanos(),
                    firstVenue,
                    frame.participant(),
                    change.added(),
                    change.amounts().getFirst(),
                    change.amounts().getLast(),
                    change.shares()));
        }
        return result;
    }

    private void remember(Frame frame) {
        SharedPool before = pool.copy();
        frame.onRevert(() -> pool.restore(before));
    }

    private static long seconds(Frame frame) {
        return frame.timeNanos() / NANOS;
    }

    @Override
    public PoolContract copy() {
        return new PoolContract(firstVenue, pool.copy(), gas);
    }

    @Override
    public void restore(Contract earlier) {
        pool.restore(((PoolContract) earlier).pool);
    }

    @Override
    public void save(StateWriter out) {
        pool.save(out);
    }
}
