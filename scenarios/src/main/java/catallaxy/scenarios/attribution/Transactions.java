package catallaxy.scenarios.attribution;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Books what an agent's transaction did. What it moved in all is seen in the agent's balances; its events say how much of that
 * was gas, liquidity and swaps, and what is left belongs to the trade where there was one, for flash swaps show one side only.
 */
final class Transactions {
    private MarketEngine engine;
    private final WorldMarks marks;
    private final List<AgentProfit> agents;
    private final Legs legs;
    private final BlockPrices prices;

    /**
     * What happened in a transaction before its end was reported.
     *
     * @param venues  that it touched, each once, in their order
     * @param dataWei what was paid for its data
     * @param redeemed whether claims on a bridge were redeemed
     */
    record Told(
            List<MarketEvent.PoolSwapped> swaps,
            List<MarketEvent.LiquidityChanged> changes,
            List<Integer> venues,
            UInt256 dataWei,
            boolean redeemed) {}

    Transactions(MarketEngine engine, WorldMarks marks, List<AgentProfit> agents, Legs legs, BlockPrices prices) {
        this.engine = engine;
        this.marks = marks;
        this.agents = agents;
        this.legs = legs;
        this.prices = prices;
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    /**
     * @param actual {@code [assets]}: what the agent owns now
     * @param claimed by how much its claims on venues are worth more
     */
    Undoable executed(
            int agent, MarketEvent.TransactionExecuted end, Told told, BigDecimal[] actual, BigDecimal claimed) {
        Undoable done = new Undoable(agent, new Parts(), new ArrayList<>(), new ArrayList<>());
        gas(done, end, told.dataWei());
        List<MarketEvent.LiquidityChanged> ofShares = told.changes().stream()
                .filter(change -> engine.venue(change.venue(), Liquidity.class).isPresent())
                .toList();
        ofShares.forEach(change -> liquidity(done, change));
        List<BigDecimal> received = new ArrayList<>();
        AgentProfit profit = agents.get(agent);
        for (int asset = 0; asset < actual.length; asset++) {
            BigDecimal rest = actual[asset].subtract(profit.owned(asset));
            if (rest.signum() != 0) {
                received.add(profit.receive(asset, rest));
            }
        }
        if (claimed.signum() != 0) {
            received.add(claimed);
        }
        boolean changesClaims =
                told.redeemed() || ofShares.size() < told.changes().size();
        trade(done, told.swaps(), received, changesClaims ? Part.CLAIMS : Part.TRANSFERS);
        return done;
    }

    private void gas(Undoable done, MarketEvent.TransactionExecuted end, UInt256 dataWei) {
        int asset = engine.spec().chains().get(end.chain()).gas().gasAsset();
        BigInteger units = BigInteger.valueOf(end.gasUsed())
                .multiply(BigInteger.valueOf(end.effectiveGasPriceWei()))
                .add(dataWei.toBigInteger());
        book(
                done,
                Part.GAS,
                agents.get(done.agent()).receive(asset, whole(units, asset).negate()));
    }

    private void liquidity(Undoable done, MarketEvent.LiquidityChanged change) {
        VenueSpec venue = engine.spec().venues().get(change.venue());
        liquidity(done, venue.base(), whole(change.amount0().toBigInteger(), venue.base()), change.added());
        liquidity(done, venue.quote(), whole(change.amount1().toBigInteger(), venue.quote()), change.added());
    }

    private void liquidity(Undoable done, int asset, BigDecimal quantity, boolean added) {
        Undoable.Flow flow = new Undoable.Flow(asset, added ? quantity.negate() : quantity);
        agents.get(done.agent()).receive(asset, flow.quantity(), Part.LOSS_VERSUS_REBALANCING);
        done.liquidity().add(flow);
    }

    private BigDecimal whole(BigInteger units, int asset) {
        return new BigDecimal(units, engine.spec().assets().get(asset).decimals());
    }

    /** Amounts that stay what they are. */
    private void book(Undoable done, Part part, BigDecimal amount) {
        agents.get(done.agent()).parts().add(part, amount);
        done.fixed().add(part, amount);
    }

    /** Swaps that leave the agent with more or less of one asset only are an arbitrage by themselves. */
    private void trade(
            Undoable done, List<MarketEvent.PoolSwapped> swaps, List<BigDecimal> received, Part withoutSwaps) {
        boolean closed = swaps.size() > 1 && received.size() <= 1;
        BigDecimal rest = BigDecimal.ZERO;
        for (BigDecimal worth : received) {
            rest = rest.add(worth);
        }
        for (MarketEvent.PoolSwapped swap : swaps) {
            Leg.Slice slice = slice(done, swap);
            rest = rest.subtract(worth(swap.venue(), slice));
            if (closed) {
                book(done, Part.ARBITRAGE, slice.edge());
            } else {
                agents.get(done.agent()).parts().add(Part.SPREAD, slice.edge());
                done.legs().add(leg(done.agent(), swap, slice));
            }
        }
        Part cause = swaps.isEmpty() ? withoutSwaps : Part.SPREAD;
        book(done, closed ? Part.ARBITRAGE : cause, rest);
        legs.add(done.legs());
    }

    private Leg leg(int agent, MarketEvent.PoolSwapped swap, Leg.Slice slice) {
        VenueSpec venue = engine.spec().venues().get(swap.venue());
        Leg.Traded traded = new Leg.Traded(agent, swap.venue(), venue.base(), venue.quote(), swap.timeNanos(), true);
        return new Leg(traded, slice, marks);
    }

    private BigDecimal worth(int venue, Leg.Slice slice) {
        VenueSpec spec = engine.spec().venues().get(venue);
        return slice.base().multiply(marks.of(spec.base())).add(slice.quote().multiply(marks.of(spec.quote())));
    }

    /** What a swap moved, and what is left of its worth without the pool's fee and what others did before it. */
    private Leg.Slice slice(Undoable done, MarketEvent.PoolSwapped swap) {
        VenueSpec venue = engine.spec().venues().get(swap.venue());
        BigDecimal in = new BigDecimal(swap.amountIn().toBigInteger());
        BigDecimal out = new BigDecimal(swap.amountOut().toBigInteger());
        BigDecimal base = (swap.zeroForOne() ? in.negate() : out).movePointLeft(decimals(venue.base()));
        BigDecimal quote = (swap.zeroForOne() ? out : in.negate()).movePointLeft(decimals(venue.quote()));
        BigDecimal mark = marks.of(venue.quote());
        BigDecimal fee = quote.abs()
                .multiply(BigDecimal.valueOf(engine.feeRate(swap.venue())))
                .multiply(mark)
                .negate();
        BigDecimal raised = BigDecimal.valueOf(prices.raisedByOthers(done.agent(), swap.venue()));
        BigDecimal lost = base.multiply(raised).multiply(mark).negate();
        book(done, Part.FEES, fee);
        book(done, Part.MEV_LOST, lost);
        Leg.Slice whole = new Leg.Slice(base, quote, BigDecimal.ZERO);
        return new Leg.Slice(
                base, quote, worth(swap.venue(), whole).subtract(fee).subtract(lost));
    }

    private int decimals(int asset) {
        return engine.spec().assets().get(asset).decimals();
    }
}
