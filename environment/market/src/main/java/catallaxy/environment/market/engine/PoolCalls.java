package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.pool.V2Burn;
import catallaxy.environment.market.pool.V2Library;
import catallaxy.environment.market.pool.V2Mint;
import catallaxy.environment.market.pool.V2Pair;
import catallaxy.environment.market.pool.V2Quote;
import catallaxy.environment.market.pool.V2Status;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pool calls of one transaction, as Uniswap's router carries them out: amounts first, then payment, then the pair.
 * Remembers each pair that it touches, so that a reverting transaction can give them their state back.
 */
final class PoolCalls {
    private static final long NANOS = 1_000_000_000L;
    private static final String OK = "";
    private static final String UNPAID = V2Status.TRANSFER_FROM_FAILED.reason();

    private final MarketState state;
    private final Settlement settlement;
    private final Ledger ledger;
    private final int chain;
    private final List<MarketEvent> events;
    private final Map<Integer, V2Pair> before = new LinkedHashMap<>();

    PoolCalls(MarketState state, int chain, List<MarketEvent> events) {
        this.state = state;
        this.settlement = state.settlement;
        this.ledger = state.settlement.ledger();
        this.chain = chain;
        this.events = events;
    }

    void undo() {
        before.forEach((venue, pair) -> state.pair(venue).restore(pair));
    }

    /** Books the swaps of a transaction that succeeded with their senders. */
    void countFills() {
        for (MarketEvent event : events) {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                V2Pair pair = state.pair(swap.venue());
                UInt256 quoteAmount = swap.zeroForOne() ? swap.amountOut() : swap.amountIn();
                double notional = settlement.worth(pair.accounts().asset1(), quoteAmount);
                settlement.traded(swap.venue(), notional);
                settlement.totals(swap.participant()).fill(notional, notional * pair.feePerMille() / 1000);
            }
        }
    }

    private V2Pair touch(int venue) {
        V2Pair pair = state.pair(venue);
        before.computeIfAbsent(venue, ignored -> pair.copy());
        return pair;
    }

    String swap(long now, int participant, Call.Swap swap) {
        int asset = swap.assetIn();
        UInt256 amount = swap.amountIn();
        for (int venue : swap.pools()) {
            if (!Calls.isPoolOn(state, venue, chain) || !trades(state.pair(venue), asset)) {
                return V2Status.LIBRARY_INVALID_PATH.reason();
            }
            V2Quote quote = swapOne(now, participant, venue, asset, amount);
            if (!quote.status().ok()) {
                return quote.status().reason();
            }
            asset = other(state.pair(venue), asset);
            amount = quote.amount();
        }
        return amount.isLessThan(swap.minAmountOut()) ? V2Status.ROUTER_INSUFFICIENT_OUTPUT_AMOUNT.reason() : OK;
    }

    private V2Quote swapOne(long now, int participant, int venue, int asset, UInt256 amountIn) {
        V2Pair pair = touch(venue);
        boolean zeroForOne = pair.accounts().asset0() == asset;
        int account = settlement.accounts().free(participant, chain);
        V2Quote bought = pair.swapExactIn(ledger, now / NANOS, zeroForOne, amountIn, account, account);
        if (bought.status().ok()) {
            events.add(new MarketEvent.PoolSwapped(now, venue, participant, zeroForOne, amountIn, bought.amount()));
        }
        return bought;
    }

    private static boolean trades(V2Pair pair, int asset) {
        return pair.accounts().asset0() == asset || pair.accounts().asset1() == asset;
    }

    private static int other(V2Pair pair, int asset) {
        return pair.accounts().asset0() == asset
                ? pair.accounts().asset1()
                : pair.accounts().asset0();
    }

    String add(long now, int participant, Call.AddLiquidity add) {
        if (!Calls.isPoolOn(state, add.pool(), chain)) {
            return V2Status.LIBRARY_INVALID_PATH.reason();
        }
        V2Pair pair = touch(add.pool());
        Desired amounts = desired(pair, add);
        if (!amounts.status.ok()) {
            return amounts.status.reason();
        }
        int account = settlement.accounts().free(participant, chain);
        boolean paid =
                ledger.transfer(account, pair.accounts().pair(), pair.accounts().asset0(), amounts.amount0)
                        && ledger.transfer(
                                account, pair.accounts().pair(), pair.accounts().asset1(), amounts.amount1);
        if (!paid) {
            return UNPAID;
        }
        V2Mint mint = pair.mint(ledger, now / NANOS, account);
        if (!mint.status().ok()) {
            return mint.status().reason();
        }
        events.add(new MarketEvent.LiquidityChanged(
                now, add.pool(), participant, true, amounts.amount0, amounts.amount1, mint.liquidity()));
        return OK;
    }

    private record Desired(V2Status status, UInt256 amount0, UInt256 amount1) {
        static Desired refused(V2Status status) {
            return new Desired(status, UInt256.ZERO, UInt256.ZERO);
        }
    }

    /** The amounts in the pool's ratio that the desired amounts allow. */
    private static Desired desired(V2Pair pair, Call.AddLiquidity add) {
        if (pair.reserve0().isZero() && pair.reserve1().isZero()) {
            return new Desired(V2Status.OK, add.amount0Desired(), add.amount1Desired());
        }
        V2Quote needed1 = V2Library.quote(add.amount0Desired(), pair.reserve0(), pair.reserve1());
        if (!needed1.status().ok()) {
            return Desired.refused(needed1.status());
        }
        if (add.amount1Desired().isAtLeast(needed1.amount())) {
            return needed1.amount().isLessThan(add.amount1Min())
                    ? Desired.refused(V2Status.ROUTER_INSUFFICIENT_B_AMOUNT)
                    : new Desired(V2Status.OK, add.amount0Desired(), needed1.amount());
        }
        V2Quote needed0 = V2Library.quote(add.amount1Desired(), pair.reserve1(), pair.reserve0());
        if (!needed0.status().ok()) {
            return Desired.refused(needed0.status());
        }
        return needed0.amount().isLessThan(add.amount0Min())
                ? Desired.refused(V2Status.ROUTER_INSUFFICIENT_A_AMOUNT)
                : new Desired(V2Status.OK, needed0.amount(), add.amount1Desired());
    }

    String remove(long now, int participant, Call.RemoveLiquidity remove) {
        if (!Calls.isPoolOn(state, remove.pool(), chain)) {
            return V2Status.LIBRARY_INVALID_PATH.reason();
        }
        V2Pair pair = touch(remove.pool());
        int account = settlement.accounts().free(participant, chain);
        if (!ledger.transfer(account, pair.accounts().pair(), pair.accounts().shares(), remove.shares())) {
            return UNPAID;
        }
        V2Burn burn = pair.burn(ledger, now / NANOS, account);
        if (!burn.status().ok()) {
            return burn.status().reason();
        } else if (burn.amount0().isLessThan(remove.amount0Min())) {
            return V2Status.ROUTER_INSUFFICIENT_A_AMOUNT.reason();
        } else if (burn.amount1().isLessThan(remove.amount1Min())) {
            return V2Status.ROUTER_INSUFFICIENT_B_AMOUNT.reason();
        }
        events.add(new MarketEvent.LiquidityChanged(
                now, remove.pool(), participant, false, burn.amount0(), burn.amount1(), remove.shares()));
        return OK;
    }
}
