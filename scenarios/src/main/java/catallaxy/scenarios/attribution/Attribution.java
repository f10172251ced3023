package catallaxy.scenarios.attribution;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Splits each agent's profit into its causes while a market runs, from the events of its trace; the definitions are in
 * {@code docs/attribution.md}. It sees each event when it happens, not when its block stands: what a reorganisation undoes is taken
 * back. It looks at the market and never acts on it. Owned by one thread.
 */
public final class Attribution {
    /** Calls that move assets of nobody but their sender. */
    private static final Set<String> OF_SENDER_ONLY = Set.of(
            Call.Swap.class.getSimpleName(),
            Call.AddLiquidity.class.getSimpleName(),
            Call.RemoveLiquidity.class.getSimpleName(),
            Call.BridgeTransfer.class.getSimpleName(),
            Call.Deposit.class.getSimpleName(),
            Call.Pay.class.getSimpleName());

    private MarketEngine engine;
    private final AgentHoldings holdings;
    private final WorldMarks marks;
    private final List<AgentProfit> agents;
    private final Legs legs;
    private final BlockPrices prices;
    private final PoolShares pools;
    private final AgentClaims claims;
    private final SettledPositions positions;
    private final Transactions transactions;
    private final RecentBlocks<Undoable> blocks;
    private final BookFills fills;
    private final OpenTransaction open = new OpenTransaction();
    private final List<Integer> touchedInBlock = new ArrayList<>();
    private long stepNanos = -1;

    /**
     * The attribution of a market that is about to begin.
     *
     * @param horizonNanos time after a trade in which what it gains or loses is adverse selection, and in which a trade in the
     *                     other direction on another venue makes an arbitrage of it
     */
    public Attribution(Market market, long horizonNanos) {
        this.engine = market.engine();
        this.holdings = new AgentHoldings(market);
        int[] participants = holdings.participants();
        this.marks = new WorldMarks(engine);
        int assets = engine.spec().assets().size();
        this.agents = IntStream.range(0, participants.length)
                .mapToObj(agent -> new AgentProfit(marks, assets))
                .toList();
        this.legs = new Legs(marks, agents, venuesOfBase(), horizonNanos);
        this.prices = new BlockPrices(engine, participants.length);
        this.pools = new PoolShares(engine, participants, marks, agents);
        this.claims = new AgentClaims(engine, participants, marks, agents);
        this.transactions = new Transactions(engine, marks, agents, legs, prices);
        this.blocks = new RecentBlocks<>(engine.spec().chains());
        this.fills = new BookFills(engine.spec(), marks, legs);
        this.positions = new SettledPositions(holdings, agents, claims);
        IntStream.range(0, participants.length).forEach(this::open);
    }

    private void open(int agent) {
        BigDecimal[] actual = holdings.of(agent);
        for (int asset = 0; asset < actual.length; asset++) {
            agents.get(agent).open(asset, actual[asset]);
        }
    }

    private List<int[]> venuesOfBase() {
        List<VenueSpec> venues = engine.spec().venues();
        return IntStream.range(0, engine.spec().assets().size())
                .mapToObj(asset -> IntStream.range(0, venues.size())
                        .filter(venue -> venues.get(venue).base() == asset)
                        .toArray())
                .toList();
    }

    /** Goes on with another market of the same run, such as a restored one. */
    public void moveTo(Market market) {
        engine = market.engine();
        holdings.moveTo(engine);
        marks.moveTo(engine);
        prices.moveTo(engine);
        pools.moveTo(engine);
        claims.moveTo(engine);
        transactions.moveTo(engine);
    }

    /** Is told of each event of the trace when it happens. */
    public void accept(MarketEvent event) {
        switch (event) {
            case MarketEvent.PriceMoved moved -> moved(moved);
            case BookEvent.OrderFilled fill -> {
                filled(fill, fill.maker(), false);
                filled(fill, fill.taker(), true);
            }
            case MarketEvent.PoolSwapped swap -> open.add(swap);
            case MarketEvent.LiquidityChanged change -> open.add(change);
            case MarketEvent.DataPaid paid -> open.add(paid);
            case MarketEvent.TransactionExecuted executed -> executed(executed);
            case MarketEvent.BundleIncluded included -> included(included);
            case MarketEvent.BlockProduced block -> produced(block);
            case MarketEvent.ChainReorganised reorganised -> reorganised(reorganised);
            case TransportEvent.FundsArrived arrived -> arrived(arrived);
            case TransportEvent.BridgeLiquidityChanged changed -> provided(changed);
            case TransportEvent.ForgeryPaid _ -> reconcile();
            default -> {
                // moves nothing of an agent's
            }
        }
    }

    private void moved(MarketEvent.PriceMoved event) {
        if (event.timeNanos() != stepNanos) {
            stepNanos = event.timeNanos();
            legs.bookUntil(stepNanos);
            positions.settle();
            claims.book(Part.CLAIMS);
        }
        if (marks.moved(event.asset(), event.price())) {
            pools.priced();
            claims.book(Part.INVENTORY);
        }
    }

    private void filled(BookEvent.OrderFilled fill, int participant, boolean taker) {
        int agent = holdings.agent(participant);
        if (agent >= 0) {
            fills.filled(agents.get(agent), agent, fill, taker);
            positions.filled(agent, engine.spec().venues().get(fill.venue()));
        }
    }

    private void executed(MarketEvent.TransactionExecuted end) {
        int agent = holdings.agent(end.participant());
        Transactions.Told told = open.end();
        for (int venue : told.venues()) {
            pools.touched(venue);
        }
        if (agent >= 0) {
            blocks.add(end.chain(), transactions.executed(agent, end, told, holdings.of(agent), claims.gained(agent)));
            pools.reconcile(
                    agent,
                    told.changes().stream()
                            .map(MarketEvent.LiquidityChanged::venue)
                            .toList());
        }
        if (!OF_SENDER_ONLY.contains(end.call())) {
            positions.after(end.call());
            transferred();
        }
        for (int venue : told.venues()) {
            seen(venue, agent);
        }
    }

    /** What a bundle bids is part of what its sender pays for its place in the block, as gas is. */
    private void included(MarketEvent.BundleIncluded bundle) {
        int agent = holdings.agent(bundle.participant());
        if (agent >= 0 && !bundle.bidWei().isZero()) {
            int asset = engine.spec().chains().get(bundle.chain()).gas().gasAsset();
            BigDecimal bid = holdings.whole(asset, bundle.bidWei());
            BigDecimal worth = agents.get(agent).receive(asset, bid.negate());
            agents.get(agent).parts().add(Part.GAS, worth);
            Parts fixed = new Parts();
            fixed.add(Part.GAS, worth);
            blocks.add(bundle.chain(), new Undoable(agent, fixed, List.of(), List.of()));
        }
    }

    private void seen(int venue, int agent) {
        if (!touchedInBlock.contains(venue)) {
            touchedInBlock.add(venue);
        }
        if (agent >= 0) {
            prices.executed(venue, agent);
        } else {
            prices.executed(venue);
        }
    }

    /**
     * Compares what each agent owns by its events with the ledger: what came without an event was a settlement of its positions in
     * derivatives, or else a transfer.
     */
    public void reconcile() {
        positions.settle();
        transferred();
    }

    private void transferred() {
        for (int agent = 0; agent < holdings.agents(); agent++) {
            receive(agent, Part.TRANSFERS);
            pools.reconcile(agent, List.of());
        }
    }

    /** Takes over what an agent owns now, for a cause. */
    private void receive(int agent, Part cause) {
        agents.get(agent).takeOver(holdings.of(agent), cause);
    }

    private void produced(MarketEvent.BlockProduced block) {
        blocks.closed(block.chain());
        touchedInBlock.removeIf(venue -> {
            boolean here = engine.spec().placeOfVenue(venue) == block.chain();
            if (here) {
                prices.closed(venue);
            }
            return here;
        });
    }

    /** What a bridge did not deliver is its fee, and may be its providers'. */
    private void arrived(TransportEvent.FundsArrived event) {
        claims.book(Part.CLAIMS);
        int agent = holdings.agent(event.participant());
        if (agent >= 0) {
            AgentProfit profit = agents.get(agent);
            BigDecimal late = holdings.of(agent, event.asset()).subtract(profit.owned(event.asset()));
            profit.receive(event.asset(), late, Part.BRIDGE_FEES);
        }
    }

    /** What has become part of a bridge's pool is a claim now; what is taken out of it belongs to a transaction. */
    private void provided(TransportEvent.BridgeLiquidityChanged event) {
        int agent = holdings.agent(event.participant());
        if (!event.added()) {
            open.redeemed();
            claims.bookAllBut(agent, Part.CLAIMS);
        } else if (agent >= 0) {
            AgentProfit profit = agents.get(agent);
            BigDecimal left = holdings.of(agent, event.asset()).subtract(profit.owned(event.asset()));
            profit.receive(event.asset(), left, Part.CLAIMS);
            claims.book(Part.CLAIMS);
        }
    }

    private void reorganised(MarketEvent.ChainReorganised event) {
        claims.book(Part.INVENTORY);
        List<Undoable> undone = blocks.undone(event.chain(), event.depth());
        BigDecimal[] gains = pools.restored(event.chain());
        for (int agent = 0; agent < holdings.agents(); agent++) {
            int each = agent;
            undo(agent, undone.stream().filter(one -> one.agent() == each).toList(), gains[agent]);
        }
        for (int venue = 0; venue < engine.spec().venues().size(); venue++) {
            if (engine.spec().placeOfVenue(venue) == event.chain()) {
                prices.restart(venue);
            }
        }
    }

    /** Takes back what was booked; what holdings gained while the blocks stood was the inventory's. */
    private void undo(int agent, List<Undoable> undone, BigDecimal shareGain) {
        AgentProfit profit = agents.get(agent);
        profit.revalue();
        BigDecimal before = profit.parts().total();
        for (Undoable each : undone) {
            each.legs().reversed().forEach(legs::undo);
            profit.parts().takeBack(each.fixed());
        }
        BigDecimal booked = profit.parts().total().subtract(before);
        BigDecimal deposits = Undoable.deposits(undone, marks);
        profit.parts()
                .add(
                        deposits.signum() == 0 ? Part.LP_FEES : Part.LOSS_VERSUS_REBALANCING,
                        shareGain.subtract(deposits));
        profit.parts().add(Part.INVENTORY, deposits.subtract(booked));
        receive(agent, undone.isEmpty() ? Part.TRANSFERS : Part.INVENTORY);
    }

    /**
     * Each agent's parts now, at the present marks; adverse selection is that of all trades so far, transfers are those that were
     * found when agents were {@link #reconcile reconciled} last.
     *
     * @return {@code [agents]}, in the market's order; copies
     */
    public List<Parts> parts() {
        claims.book(Part.CLAIMS);
        BigDecimal[] unbooked = legs.unbooked();
        List<Parts> all = new ArrayList<>();
        for (int agent = 0; agent < holdings.agents(); agent++) {
            agents.get(agent).revalue();
            Parts now = agents.get(agent).parts().copy();
            now.move(Part.INVENTORY, Part.ADVERSE_SELECTION, unbooked[agent]);
            all.add(now);
        }
        return List.copyOf(all);
    }
}
