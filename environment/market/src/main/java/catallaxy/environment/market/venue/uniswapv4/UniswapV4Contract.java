package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.FlashRepayment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.FeeRuleKinds;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The manager of a chain's pools as a contract, each of whose calls unlocks it, acts on one pool, and settles with its sender. */
final class UniswapV4Contract implements Contract {
    private static final long NANOS = 1_000_000_000L;

    private final V4Pools pools;
    /** By venue. */
    private final TreeMap<Integer, V4PoolKey> keys;
    /** By venue, of each that has been swapped at. */
    private final TreeMap<Integer, V4TickSum> sums = new TreeMap<>();

    UniswapV4Contract(V4Pools pools, Map<Integer, V4PoolKey> keys) {
        this(pools, keys, new TreeMap<>());
    }

    private UniswapV4Contract(V4Pools pools, Map<Integer, V4PoolKey> keys, Map<Integer, V4TickSum> sums) {
        this.pools = pools;
        this.keys = new TreeMap<>(keys);
        this.sums.putAll(sums);
    }

    V4Pools pools() {
        return pools;
    }

    /** The pools by venue, to be read. */
    Map<Integer, V4PoolKey> keys() {
        return keys;
    }

    /** The sum of a venue's tick until a second, not before its last swap. */
    V4TickSum sum(int venue, long seconds) {
        int tick = new V4Prices(pools, key(venue), () -> 0).pool().state().tick();
        return sums.getOrDefault(venue, V4TickSum.START).until(seconds, tick);
    }

    /** Adds the tick that has been in force until now, before a swap moves it. */
    private void observe(Frame frame, int venue) {
        V4TickSum before = sums.put(venue, sum(venue, frame.timeNanos() / NANOS));
        frame.onRevert(before == null ? () -> sums.remove(venue) : () -> sums.put(venue, before));
    }

    V4PoolKey key(int venue) {
        return Objects.requireNonNull(keys.get(venue), "a venue of this contract");
    }

    /** The rule of a pool's fee where somebody sets it. */
    Optional<SteeredFee> steered(int venue) {
        return pools.hook(key(venue).hook()) instanceof FeeHook hook && hook.rule() instanceof SteeredFee fee
                ? Optional.of(fee)
                : Optional.empty();
    }

    @Override
    public int account() {
        return pools.account();
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case Hop.Preview ask -> preview(frame, ask);
            case Hop hop -> run(frame, () -> swap(frame, hop));
            case ProvideRange provide ->
                GasPart.charge(
                        frame,
                        UniswapV4.PROVIDE_GAS,
                        () -> run(frame, () -> router(frame).provide(provide, key(provide.pool()))));
            case WithdrawRange withdraw ->
                GasPart.charge(
                        frame,
                        UniswapV4.WITHDRAW_GAS,
                        () -> run(frame, () -> router(frame).withdraw(withdraw, key(withdraw.pool()))));
            case DonateToRange donate ->
                GasPart.charge(
                        frame,
                        UniswapV4.DONATE_GAS,
                        () -> run(frame, () -> router(frame).donate(donate, key(donate.pool()))));
            case SetPoolFee set ->
                GasPart.charge(frame, UniswapV4.SET_FEE_GAS, () -> run(frame, () -> setFee(frame, set)));
            case FlashLoan flash ->
                GasPart.charge(frame, UniswapV4.FLASH_GAS, () -> run(frame, () -> flash(frame, flash)));
            default -> Result.reverted("UniswapV4: UNKNOWN_CALL " + call.name());
        };
    }

    /** A transaction of the manager, which is unlocked. */
    private Result run(Frame frame, Supplier<Result> body) {
        if (pools.isUnlocked()) {
            return Result.reverted("AlreadyUnlocked");
        }
        Undo undo = new Undo();
        frame.onRevert(undo);
        Result[] given = {Result.OK};
        V4Status status =
                pools.run(frame.ledger(), frame.timeNanos(), undo, () -> pools.unlock(() -> given[0] = body.get()));
        return status.ok() ? given[0] : Result.reverted(status.error());
    }

    private Result preview(Frame frame, Hop.Preview ask) {
        frame.gas(GasPart.checks(UniswapV4.HOP.still()));
        V4PoolKey key = key(ask.venue());
        boolean zeroForOne = ask.assetIn() == key.currency0();
        try {
            V4Prices prices = new V4Prices(pools, key, frame::timeNanos);
            V4Trade trade = prices.pool().quote(order(zeroForOne, ask.amountIn()), prices.lpFeePips(zeroForOne));
            return Result.of(out(trade, zeroForOne));
        } catch (V4Revert reverted) {
            return Result.reverted(reverted.error());
        }
    }

    private V4Router router(Frame frame) {
        return new V4Router(pools, frame);
    }

    /** A swap of an exact input that stops at no price. */
    static V4Order order(boolean zeroForOne, UInt256 exactIn) {
        V4Revert.unless(!exactIn.isZero(), "SwapAmountCannotBeZero");
        Int256 specified = V4Cast.int256(exactIn).negatedExact();
        UInt256 farthest = zeroForOne
                ? TickMath.MIN_SQRT_RATIO.plusExact(UInt256.ONE)
                : TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE);
        return new V4Order(zeroForOne, specified, farthest);
    }

    /** What a swap gave. */
    static UInt256 out(V4Trade trade, boolean zeroForOne) {
        V4Delta delta = trade.delta();
        return (zeroForOne ? delta.amount1() : delta.amount0()).magnitude();
    }

    private Result swap(Frame frame, Hop hop) {
        V4PoolKey key = key(hop.venue());
        boolean zeroForOne = hop.assetIn() == key.currency0();
        observe(frame, hop.venue());
        V4Trade trade = pools.swap(hop.from(), key, order(zeroForOne, hop.amountIn()));
        router(frame).settle(key, hop.from(), hop.to());
        frame.gas(GasPart.work(UniswapV4.HOP.still()) + UniswapV4.HOP.crossing(trade.crossed()));
        UInt256 out = out(trade, zeroForOne);
        UInt256 in = (zeroForOne ? trade.delta().amount0() : trade.delta().amount1()).magnitude();
        frame.emit(
                new MarketEvent.PoolSwapped(frame.timeNanos(), hop.venue(), frame.participant(), zeroForOne, in, out));
        frame.traded(hop.venue(), key.currency1(), zeroForOne ? out : in, trade.feePips() / 1e6);
        return Result.of(out);
    }

    /** Takes what is lent, and settles once the borrower has acted: what came in of itself, and what is still missing. */
    private Result flash(Frame frame, FlashLoan flash) {
        List<UInt256> fees = flash.loans().stream().map(each -> UInt256.ZERO).toList();
        FlashRepayment repayment = new FlashRepayment(frame, account(), flash, fees);
        List<UInt256> left = new ArrayList<>();
        for (FlashLoan.Loan each : flash.loans()) {
            pools.take(frame.caller(), each.asset(), frame.caller(), each.amount());
            left.add(frame.ledger().balance(account(), each.asset()));
        }
        Result used = repayment.use();
        V4Revert.unless(used.ok(), used.reason());
        repayment.take();
        for (int i = 0; i < left.size(); i++) {
            pools.syncAsOf(flash.loans().get(i).asset(), left.get(i));
            pools.settle(frame.caller());
        }
        return repayment.cost();
    }

    private Result setFee(Frame frame, SetPoolFee set) {
        SteeredFee fee = steered(set.pool()).orElseThrow(() -> new V4Revert("FeeNotControlled"));
        String sender = frame.accounts().name(frame.participant());
        V4Revert.unless(sender.equals(fee.controller()), "Unauthorized");
        FeeBounds bounds = fee.bounds();
        V4Revert.unless(set.feePips() >= bounds.lowPips() && set.feePips() <= bounds.highPips(), "FeeOutOfBounds");
        if (pools.hook(key(set.pool()).hook()) instanceof FeeHook hook) {
            hook.set(fee.set(set.feePips()), pools);
        }
        List<MarketEvent.Detail> details = List.of(MarketEvent.Detail.number("fee-pips", set.feePips()));
        frame.emit(
                new MarketEvent.VenueChanged(frame.timeNanos(), set.pool(), frame.participant(), "fee-set", details));
        return Result.OK;
    }

    @Override
    public UniswapV4Contract copy() {
        return new UniswapV4Contract(pools.copy(), keys, sums);
    }

    @Override
    public void restore(Contract earlier) {
        UniswapV4Contract other = (UniswapV4Contract) earlier;
        pools.restore(other.pools);
        sums.clear();
        sums.putAll(other.sums);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(account()).int32(pools.feeController()).int32(keys.size());
        keys.forEach((venue, key) -> key.save(out.int32(venue)));
        out.int32(sums.size());
        sums.forEach((venue, sum) -> sum.save(out.int32(venue)));
        keys.values().forEach(key -> saveHook(key, out));
        pools.save(out);
    }

    private void saveHook(V4PoolKey key, StateWriter out) {
        if (pools.hook(key.hook()) instanceof FeeHook hook) {
            FeeRuleKinds.save(hook.rule(), out);
        }
    }

    static UniswapV4Contract load(StateReader in) {
        int account = in.int32();
        int controller = in.int32();
        Map<Integer, V4PoolKey> keys = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            keys.put(in.int32(), V4PoolKey.load(in));
        }
        Map<Integer, V4TickSum> sums = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            sums.put(in.int32(), V4TickSum.load(in));
        }
        Map<Integer, V4Hook> hooks = new TreeMap<>();
        for (V4PoolKey key : keys.values()) {
            if (key.hook() != V4PoolKey.NO_HOOK) {
                hooks.put(key.hook(), new FeeHook(FeeRuleKinds.load(in)));
            }
        }
        return new UniswapV4Contract(V4Pools.load(in, account, controller, hooks), keys, sums);
    }
}
