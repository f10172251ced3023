package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.pool.ExitPool;
import catallaxy.environment.market.venue.pool.ExitPoolExactly;
import catallaxy.environment.market.venue.pool.ExitPoolInOne;
import catallaxy.environment.market.venue.pool.JoinPool;
import catallaxy.environment.market.venue.pool.JoinPoolForShares;
import catallaxy.environment.market.venue.pool.PoolPairs;
import catallaxy.environment.market.venue.pool.PoolSpec;
import catallaxy.environment.market.venue.pool.SharedPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What storms of pools of several assets have in common: one pool, whose pairs are the venues, with every way in and out. */
abstract class PoolStorm implements StormKind {
    /** The pairs of a pool of the first {@code decimals.size()} assets. */
    abstract List<? extends PoolSpec> pairs(Draw draw, List<AssetSpec> assets);

    abstract int mostAssets();

    /** Decimals of an asset: mostly those of real ones. */
    int decimals(Draw draw) {
        return List.of(18, 6, 8, 18).get(draw.below(4));
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        List<AssetSpec> assets = new ArrayList<>();
        for (int count = draw.oneIn(2) ? 2 : draw.between(2, mostAssets()); count > 0; count--) {
            assets.add(new AssetSpec("A" + assets.size(), decimals(draw)));
        }
        List<? extends PoolSpec> pairs = pairs(draw, assets);
        int more = draw.between(1, 10);
        List<UInt256> wealth = pairs.getFirst().balances().stream()
                .map(each -> draw.ofBits(each.bitLength() + more))
                .toList();
        return new StormPlan(kinds, assets, pairs, List.of(), wealth);
    }

    /** One record for each pair of so many assets, made of the places of its two. */
    static <S> List<S> each(int assets, Function<int[], S> pair) {
        List<S> all = new ArrayList<>();
        for (PoolPairs each : PoolPairs.of(assets)) {
            all.add(pair.apply(new int[] {each.base(), each.quote()}));
        }
        return all;
    }

    static List<Integer> places(List<?> assets) {
        return java.util.stream.IntStream.range(0, assets.size()).boxed().toList();
    }

    SharedPool pool(StormState state) {
        return state.offered(0, SharedPool.class);
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int venue = draw.below(state.plan().venues().size());
        return switch (draw.below(16)) {
            case 0 -> join(state, draw);
            case 1 -> draw.oneIn(3) ? add(state, draw, venue) : join(state, draw);
            case 2, 3, 4 -> exit(state, draw, who);
            case 5 -> joinForShares(state, draw);
            case 6 -> Swaps.routed(state, draw);
            case 7 ->
                Swaps.around(state, draw, who, venue, draw.oneIn(2) ? Swaps.idle(who) : Swaps.routed(state, draw));
            default -> hop(state, draw, who, venue);
        };
    }

    Call hop(StormState state, Draw draw, int who, int venue) {
        return Swaps.hop(state, draw, who, venue);
    }

    private Call add(StormState state, Draw draw, int venue) {
        UInt256 most0 = draw.upTo(pool(state).balance(0));
        UInt256 most1 = draw.upTo(pool(state).balance(1));
        return new Call.AddLiquidity(venue, most0, most1, draw.oneIn(8) ? most0 : UInt256.ZERO, UInt256.ZERO);
    }

    private JoinPool join(StormState state, Draw draw) {
        List<Amount> amounts = new ArrayList<>();
        boolean single = draw.oneIn(3);
        int which = draw.below(pool(state).assets().size());
        for (int i = 0; i < pool(state).assets().size(); i++) {
            UInt256 amount = draw.upTo(pool(state).balance(i));
            amounts.add(single && i != which ? Amount.of(UInt256.ZERO) : Amount.of(amount));
        }
        return new JoinPool(0, amounts, draw.oneIn(16) ? draw.any() : UInt256.ZERO);
    }

    private Call joinForShares(StormState state, Draw draw) {
        UInt256 shares = draw.upTo(pool(state).totalShares(state.ledger()));
        int asset = draw.below(pool(state).assets().size());
        return new JoinPoolForShares(0, shares, asset, draw.oneIn(4) ? draw.amount(shares) : Amount.of(UInt256.MAX));
    }

    private Call exit(StormState state, Draw draw, int who) {
        UInt256 shares = Swaps.owned(state, who, pool(state).shares());
        return switch (draw.below(4)) {
            case 0 ->
                exitInOne(draw.amount(shares), draw.below(pool(state).assets().size()));
            case 1 -> exitExactly(state, draw);
            case 2 ->
                draw.oneIn(2)
                        ? new Call.RemoveLiquidity(0, draw.amount(shares), UInt256.ZERO, UInt256.ZERO)
                        : exit(state, draw.amount(shares));
            default -> exit(state, draw.amount(shares));
        };
    }

    private ExitPool exit(StormState state, Amount shares) {
        return new ExitPool(
                0, shares, pool(state).assets().stream().map(_ -> UInt256.ZERO).toList());
    }

    private static ExitPoolInOne exitInOne(Amount shares, int asset) {
        return new ExitPoolInOne(0, shares, asset, UInt256.ZERO);
    }

    private Call exitExactly(StormState state, Draw draw) {
        List<UInt256> amounts = new ArrayList<>();
        for (int i = 0; i < pool(state).assets().size(); i++) {
            amounts.add(
                    draw.oneIn(3)
                            ? UInt256.ZERO
                            : draw.upTo(pool(state).balance(i)).shiftRight(draw.below(8)));
        }
        return new ExitPoolExactly(0, amounts, draw.oneIn(4) ? draw.amount(UInt256.MAX) : Amount.of(UInt256.MAX));
    }

    /** A swap there and back, a way in and out, and the one between the other. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        StormState state = chain.state();
        if (isDust(state)) {
            return List.of();
        }
        int venue = draw.below(state.plan().venues().size());
        int asset = draw.below(pool(state).assets().size());
        List<Call> swaps = ((Call.Batch) Swaps.thereAndBack(state, draw, venue)).calls();
        Call in = draw.oneIn(3) ? joinForShares(state, draw) : join(state, draw);
        boolean swapped = draw.oneIn(2);
        Call trip = swapped ? new Call.Batch(swaps) : in;
        UInt256 had = Swaps.owned(state, who, pool(state).shares());
        Result result = chain.execute(0, who, trip);
        if (swapped || !result.ok()) {
            return List.of(trip);
        }
        Amount shares = Amount.of(Swaps.owned(state, who, pool(state).shares()).minusExact(had));
        boolean isOfOne = in instanceof JoinPoolForShares;
        Call out = isOfOne
                ? exitInOne(shares, ((JoinPoolForShares) in).asset())
                : draw.oneIn(3) ? exitInOne(shares, asset) : exit(state, shares);
        chain.execute(0, who, out);
        return List.of(in, out);
    }

    /** Whether so little is in the pool that the protocol's own roundings are a part of it. */
    boolean isDust(StormState state) {
        return false;
    }

    @Override
    public List<Departure> leaving(StormState state) {
        List<Departure> all = new ArrayList<>();
        for (int account = 0; account < state.ledger().accounts(); account++) {
            UInt256 owned = state.ledger().isIssuer(account)
                    ? UInt256.ZERO
                    : state.ledger().balance(account, pool(state).shares());
            if (!owned.isZero() && !isKept(state, account)) {
                all.add(new Departure(account, exit(state, Amount.of(owned))));
            }
        }
        return all;
    }

    /** Whether what an account has of the shares stays for ever. */
    boolean isKept(StormState state, int account) {
        return false;
    }

    /** The pool has what it says it has. */
    @Override
    public Optional<String> fault(StormState state) {
        SharedPool pool = pool(state);
        for (int i = 0; i < pool.assets().size(); i++) {
            if (state.ledger().balance(pool.account(), pool.assets().get(i)).isLessThan(pool.balance(i))) {
                return Optional.of("the pool has less than its balance of asset " + i);
            }
        }
        return Optional.empty();
    }
}
