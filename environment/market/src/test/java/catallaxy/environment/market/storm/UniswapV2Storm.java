package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pairs of reserves from a few units to all that they can hold; nobody's share of the product ever falls. */
final class UniswapV2Storm implements StormKind {
    @Override
    public String name() {
        return "uniswap-v2";
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        List<UniswapV2Spec> pairs = new ArrayList<>();
        for (int[] assets : new int[][] {{0, 1}, {1, 2}}) {
            UInt256 reserve0 = draw.ofBits(draw.between(11, 112));
            UInt256 reserve1 = draw.ofBits(draw.between(11, 112));
            pairs.add(new UniswapV2Spec(
                    "pair" + pairs.size(), 0, assets[0], assets[1], reserve0, reserve1, draw.oneIn(2)));
        }
        return new StormPlan(kinds, assets(3), pairs, draw.ofBits(draw.between(90, 116)));
    }

    /** So many assets of 18 decimals. */
    static List<AssetSpec> assets(int count) {
        return IntStream.range(0, count)
                .mapToObj(asset -> new AssetSpec("A" + asset, 18))
                .toList();
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int venue = draw.below(2);
        return switch (draw.below(16)) {
            case 0, 1 -> add(state, draw, venue);
            case 2, 3 -> remove(state, draw, who, venue);
            case 4 -> Swaps.routed(state, draw);
            case 5 -> Swaps.around(state, draw, who, venue, draw.oneIn(2) ? Swaps.idle(who) : add(state, draw, venue));
            case 6 ->
                draw.oneIn(4)
                        ? new Call.Batch(List.of(Swaps.routed(state, draw), add(state, draw, venue)))
                        : Swaps.routed(state, draw);
            default -> Swaps.hop(state, draw, who, venue);
        };
    }

    private static Call add(StormState state, Draw draw, int venue) {
        UInt256 most0 =
                Swaps.size(state, draw, venue, state.plan().venues().get(venue).base());
        UInt256 most1 =
                Swaps.size(state, draw, venue, state.plan().venues().get(venue).quote());
        boolean asks = draw.oneIn(8);
        return new Call.AddLiquidity(
                venue, most0, most1, asks ? draw.upTo(most0) : UInt256.ZERO, asks ? draw.upTo(most1) : UInt256.ZERO);
    }

    private static Call remove(StormState state, Draw draw, int who, int venue) {
        UInt256 shares = Swaps.owned(state, who, pair(state, venue).accounts().shares());
        return new Call.RemoveLiquidity(
                venue, draw.amount(shares), draw.oneIn(16) ? draw.any() : UInt256.ZERO, UInt256.ZERO);
    }

    private static V2Pair pair(StormState state, int venue) {
        return state.offered(venue, V2Pair.class);
    }

    /** A swap there and back, a deposit taken out again, or a deposit between two swaps. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        StormState state = chain.state();
        int venue = draw.below(2);
        if (!isSynchronised(state, venue)) {
            return List.of();
        }
        Call.Batch swaps = (Call.Batch) Swaps.thereAndBack(state, draw, venue);
        Call add = add(state, draw, venue);
        Call trip = switch (draw.below(3)) {
            case 0 -> swaps;
            case 1 -> new Call.Batch(List.of(add, remove(venue, 0)));
            default ->
                new Call.Batch(List.of(swaps.calls().get(0), add, swaps.calls().get(1), remove(venue, 1)));
        };
        chain.execute(0, who, trip);
        return List.of(trip);
    }

    /** Whether nobody has given the pair anything that the next swap would take as its input. */
    private static boolean isSynchronised(StormState state, int venue) {
        V2Pair pair = pair(state, venue);
        return Swaps.held(state, venue, pair.accounts().asset0()).equals(pair.reserve0())
                && Swaps.held(state, venue, pair.accounts().asset1()).equals(pair.reserve1());
    }

    private static Call remove(int venue, int given) {
        return new Call.RemoveLiquidity(venue, Amount.given(given), UInt256.ZERO, UInt256.ZERO);
    }

    @Override
    public List<Departure> leaving(StormState state) {
        List<Departure> all = new ArrayList<>();
        for (int venue = 0; venue < 2; venue++) {
            int shares = pair(state, venue).accounts().shares();
            for (int account = 0; account < state.ledger().accounts(); account++) {
                boolean leaves = !state.ledger().isIssuer(account)
                        && account != pair(state, venue).accounts().burned();
                UInt256 owned = leaves ? state.ledger().balance(account, shares) : UInt256.ZERO;
                if (!owned.isZero()) {
                    all.add(new Departure(
                            account, new Call.RemoveLiquidity(venue, Amount.of(owned), UInt256.ZERO, UInt256.ZERO)));
                }
            }
        }
        return all;
    }

    /** Where so little is left that it is nothing, and while a pair was given more than 112 bits hold, which only a skim takes out. */
    @Override
    public boolean isRefused(String reason) {
        return reason.equals("UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED") || reason.equals("UniswapV2: OVERFLOW");
    }

    /** A pair has what it says it has. */
    @Override
    public Optional<String> fault(StormState state) {
        for (int venue = 0; venue < 2; venue++) {
            V2Pair pair = pair(state, venue);
            boolean backed = Swaps.held(state, venue, pair.accounts().asset0()).isAtLeast(pair.reserve0())
                    && Swaps.held(state, venue, pair.accounts().asset1()).isAtLeast(pair.reserve1());
            if (!backed) {
                return Optional.of("pair " + venue + " has less than its reserves");
            }
        }
        return Optional.empty();
    }

    /** The product of the reserves by the square of the shares; where the protocol takes part of its growth, it does fall by that. */
    @Override
    public List<Worth> worths(StormState state) {
        return IntStream.range(0, 2)
                .mapToObj(venue -> {
                    V2Pair pair = pair(state, venue);
                    return pair.feeTo() != V2Pair.NO_FEE
                            ? new Worth(BigInteger.ONE, BigInteger.ONE)
                            : new Worth(
                                    pair.reserve0()
                                            .toBigInteger()
                                            .multiply(pair.reserve1().toBigInteger()),
                                    pair.totalShares(state.ledger())
                                            .toBigInteger()
                                            .pow(2));
                })
                .toList();
    }
}
