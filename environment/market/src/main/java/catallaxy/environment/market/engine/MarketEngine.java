package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.Bundle;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ExpressLane;
import catallaxy.environment.market.chain.Transaction;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.Rejection;
import catallaxy.environment.market.kernel.EventQueue;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.trace.EventSink;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * The market as a deterministic state machine: chains, exchanges, pools, bridges and world under one event queue.
 *
 * <p>Participants act through {@link #submit}; {@link #advance} handles one event. Wake-ups of the population and of
 * agents are events of the same queue, handed back to the caller. Same spec, seed and submissions, same trace. Owned by
 * one thread; {@link #copy} gives an independent market of the same state.
 */
public final class MarketEngine extends EngineView {
    /** What {@link #advance} returns when it has handled the event itself. */
    public static final int HANDLED = -1;

    private final Transport transport;
    private final Calls[] calls;

    private MarketEngine(MarketState state) {
        super(state);
        transport = new Transport(state);
        calls = new Calls[state.chains.length];
        for (int chain = 0; chain < calls.length; chain++) {
            calls[chain] = new Calls(this, transport, chain);
        }
    }

    /** A market at time zero, with its first events scheduled and nobody in it. */
    public static MarketEngine of(EngineSpec spec, long seed) {
        return of(spec, Kinds.registered(), seed);
    }

    /** A market at time zero whose contracts are of these kinds. */
    public static MarketEngine of(EngineSpec spec, Kinds kinds, long seed) {
        MarketEngine engine = new MarketEngine(Genesis.of(spec, kinds, seed));
        engine.schedule(spec.world().stepNanos(), EventKind.WORLD_STEP, 0, 0);
        for (int chain = 0; chain < spec.chains().size(); chain++) {
            engine.schedule(spec.chains().get(chain).blockTimeNanos(), EventKind.BLOCK, chain, 0);
        }
        for (int place = 0; place < spec.places(); place++) {
            engine.scheduleOutage(place);
        }
        for (int venue : engine.state.layout.derivativeVenues()) {
            engine.scheduleMark(venue);
        }
        return engine;
    }

    private void scheduleOutage(int place) {
        long due = state.outages[place].changesAtNanos();
        if (due < Long.MAX_VALUE) {
            schedule(due, EventKind.OUTAGE, place, 0);
        }
    }

    /** Opens a participant whose line adds nothing to the latency of chains and exchanges. */
    public int openParticipant(String name, List<Endowment> endowments) {
        return openParticipant(name, Line.NONE, endowments);
    }

    /**
     * Opens a participant; all are opened before the first event.
     *
     * @param line what it adds to the delay of each message
     */
    public int openParticipant(String name, Line line, List<Endowment> endowments) {
        int participant = state.settlement.openParticipant(name);
        state.network.open(name, line);
        for (Endowment each : endowments) {
            Genesis.endow(state, accounts().free(participant, each.place()), each.place(), each.asset(), each.amount());
        }
        return participant;
    }

    /** Sets the one receiver of the trace; copies begin with none. */
    public void observe(EventSink sink) {
        state.settlement.log().sink(sink);
    }

    /** Schedules a wake-up of a population group or an agent. */
    public void wake(EventKind kind, int target, long timeNanos) {
        if (kind != EventKind.POPULATION && kind != EventKind.AGENT) {
            throw new IllegalArgumentException("no wake-up: " + kind);
        }
        schedule(timeNanos, kind, target, 0);
    }

    /** Whether an event is due up to and including a time. */
    public boolean hasEventUntil(long timeNanos) {
        return !state.queue.isEmpty() && state.queue.timeNanos() <= timeNanos;
    }

    /** Kind of the next event. */
    public EventKind nextKind() {
        return EventKind.of(state.queue.kind());
    }

    /** Time of the next event. */
    public long nextTimeNanos() {
        return state.queue.timeNanos();
    }

    /**
     * Takes the next event and, unless it is a wake-up, handles it.
     *
     * @return the target of a wake-up, or {@link #HANDLED}
     */
    public int advance() {
        EventQueue queue = state.queue;
        EventKind kind = EventKind.of(queue.kind());
        int target = queue.target();
        int argument = (int) queue.argument();
        state.timeNanos = queue.timeNanos();
        state.handled++;
        queue.remove();
        switch (kind) {
            case POPULATION, AGENT -> {
                return target;
            }
            case WORLD_STEP -> stepWorld();
            case OUTAGE -> changeOutage(target);
            case BLOCK -> produceBlock(target);
            case MARK -> mark(target);
            case DELIVERY -> transport.deliver(argument);
            case COMMAND -> reach(argument, spec().placeOfExchange(target));
            case TRANSACTION -> reach(target, argument, arrived(argument, target));
            case HELD_TRANSACTION -> {
                ExpressLane.Delayed held = state.chains[target].lane().release();
                receive(held.participant(), held.command());
            }
        }
        return HANDLED;
    }

    private void stepWorld() {
        String regime = state.world.regime().name();
        state.world.advance();
        for (int asset = 0; asset < spec().assets().size(); asset++) {
            int inWorld = state.layout.worldAsset(asset);
            if (inWorld >= 0) {
                log().emit(new MarketEvent.PriceMoved(timeNanos(), asset, state.world.price(inWorld)));
            }
        }
        if (!state.world.regime().name().equals(regime)) {
            log().emit(new MarketEvent.RegimeChanged(
                    timeNanos(), state.world.regime().name()));
        }
        Genesis.updateMarks(state);
        if (state.world.canAdvance()) {
            schedule(timeNanos() + spec().world().stepNanos(), EventKind.WORLD_STEP, 0, 0);
        }
    }

    /** Marks a market of derivatives, unless its exchange stands still. */
    private void mark(int venue) {
        BookMarket market = bookMarket(venue);
        if (!state.outages[spec().placeOfVenue(venue)].isDown()) {
            markAtIndex(market);
        }
        if (!market.margined().isSettled()) {
            scheduleMark(venue);
        }
    }

    private void markAtIndex(BookMarket market) {
        int venue = market.venue();
        MarkTerms terms = market.margined().spec().mark();
        long index = Indices.ticks(this, venue, terms.index());
        long impactLots = toLots(venue, terms.impactSizeQuote() / (index * tickSize(venue)));
        exchange(market).mark(state.settlement, timeNanos(), market, index, impactLots);
    }

    private void scheduleMark(int venue) {
        MarkTerms terms = bookMarket(venue).margined().spec().mark();
        schedule(timeNanos() + terms.markIntervalNanos(), EventKind.MARK, venue, 0);
    }

    private void changeOutage(int place) {
        state.outages[place].change();
        log().emit(
                        state.outages[place].isDown()
                                ? new MarketEvent.PlaceHalted(timeNanos(), place)
                                : new MarketEvent.PlaceResumed(timeNanos(), place));
        scheduleOutage(place);
    }

    /** Produces a block, unless the chain stands still: then what waits goes on waiting, and the slot stays empty. */
    private void produceBlock(int chain) {
        if (!state.outages[chain].isDown()) {
            state.chains[chain].produceBlock(state.settlement, timeNanos(), calls[chain]);
        }
        schedule(timeNanos() + spec().chains().get(chain).blockTimeNanos(), EventKind.BLOCK, chain, 0);
    }

    /**
     * Replaces the latest blocks of a chain, as its {@link catallaxy.environment.market.chain.ChainSpec.Reorganisations} do by chance.
     *
     * @param depth how many, at most as many as the spec's depth and as there were since
     */
    public void reorganise(int chain, int depth) {
        state.chains[chain].reorganise(state.settlement, timeNanos(), calls[chain], depth);
    }

    /** Sends a command of a participant on its way; what becomes of it is seen in the trace and in the balances. */
    public void submit(int participant, MarketCommand command) {
        Optional<String> refusal = CommandChecks.refusal(state.layout, command);
        if (refusal.isPresent()) {
            reject(participant, command, refusal.get());
            return;
        }
        switch (command) {
            case MarketCommand.SubmitTransaction transaction ->
                send(participant, command, transaction.chain(), EventKind.TRANSACTION, transaction.chain());
            case MarketCommand.SubmitBundle bundle ->
                send(participant, command, bundle.chain(), EventKind.TRANSACTION, bundle.chain());
            case MarketCommand.BidForRound bid ->
                send(participant, command, bid.chain(), EventKind.TRANSACTION, bid.chain());
            case MarketCommand.Withdraw withdrawal -> toExchange(participant, command, withdrawal.exchange());
            case MarketCommand.PlaceOrder order -> toExchange(participant, command, exchangeOf(order.venue()));
            case MarketCommand.CancelOrder order -> toExchange(participant, command, exchangeOf(order.venue()));
            case MarketCommand.CancelAllOrders order -> toExchange(participant, command, exchangeOf(order.venue()));
            case MarketCommand.ReplaceOrder order -> toExchange(participant, command, exchangeOf(order.venue()));
        }
    }

    /** Reads the calls of this market's contracts. */
    public CallReader callReader() {
        return state.layout.contracts().calls().reader();
    }

    /** Through what a participant acts. */
    public Gateway gateway(int participant) {
        return new EngineGateway(this, participant);
    }

    private int exchangeOf(int venue) {
        return ((VenueSpec.Book) spec().venues().get(venue)).exchange();
    }

    private void toExchange(int participant, MarketCommand command, int exchange) {
        send(participant, command, spec().placeOfExchange(exchange), EventKind.COMMAND, exchange);
    }

    private void send(int participant, MarketCommand command, int place, EventKind kind, int target) {
        Connection line = state.network.send(participant, place, timeNanos(), command);
        state.queue.schedule(line.arrivalNanos(), kind.priority(), line.tie(), kind.code(), target, participant);
    }

    private MarketCommand arrived(int participant, int place) {
        return state.network.connection(participant, place).take();
    }

    @Override
    Calls calls(int chain) {
        return calls[chain];
    }

    /** Handles what has reached a chain. */
    private void reach(int chain, int participant, MarketCommand command) {
        switch (command) {
            case MarketCommand.SubmitTransaction transaction -> reach(participant, transaction);
            case MarketCommand.SubmitBundle bundle -> receive(participant, bundle);
            case MarketCommand.BidForRound bid -> receive(participant, bid);
            case MarketCommand.PlaceOrder _,
                    MarketCommand.CancelOrder _,
                    MarketCommand.CancelAllOrders _,
                    MarketCommand.ReplaceOrder _,
                    MarketCommand.Withdraw _ ->
                throw new IllegalStateException("a command on its way to chain " + chain + ": " + command);
        }
    }

    private void reach(int participant, MarketCommand.SubmitTransaction command) {
        Chain chain = state.chains[command.chain()];
        long delay = chain.spec().ordering() == ChainSpec.Ordering.EXPRESS_LANE
                ? chain.lane().delayNanos(timeNanos(), participant)
                : 0;
        if (delay > 0) {
            chain.lane().hold(participant, command);
            schedule(timeNanos() + delay, EventKind.HELD_TRANSACTION, command.chain(), 0);
        } else {
            receive(participant, command);
        }
    }

    private void receive(int participant, MarketCommand.SubmitBundle command) {
        SeenChain chain = seen(command.chain());
        List<BundleItem> items = command.items().stream().map(chain::limited).toList();
        Bundle.Terms terms = new Bundle.Terms(
                command.bidWei(), command.firstBlock(), command.lastBlock(), command.mayRevert(), command.builder());
        Bundle bundle =
                new Bundle(state.transactions++, participant, command.bundleId(), items, terms, command.strategy());
        state.chains[command.chain()].receive(state.settlement, timeNanos(), bundle);
    }

    private void receive(int participant, MarketCommand.BidForRound bid) {
        Chain chain = state.chains[bid.chain()];
        Optional<String> refusal = chain.spec().ordering() == ChainSpec.Ordering.EXPRESS_LANE
                ? chain.lane().bid(timeNanos(), state.transactions++, participant, bid)
                : Optional.of("NO_EXPRESS_LANE");
        refusal.ifPresent(reason -> reject(participant, bid, reason));
    }

    private void receive(int participant, MarketCommand.SubmitTransaction command) {
        long gasLimit =
                command.gasLimit() == MarketCommand.ENOUGH_GAS ? gasEstimate(command.call()) : command.gasLimit();
        Transaction transaction = new Transaction(
                state.transactions++,
                participant,
                command.nonce(),
                gasLimit,
                command.maxFeePerGasWei(),
                command.maxPriorityFeePerGasWei(),
                command.deadlineNanos(),
                command.call());
        state.chains[command.chain()].receive(state.settlement, timeNanos(), calls[command.chain()], transaction);
    }

    private void reach(int participant, int place) {
        MarketCommand command = arrived(participant, place);
        if (state.outages[place].isDown()) {
            reject(participant, command, Rejection.HALTED.name());
        } else {
            carryOut(participant, command);
        }
    }

    private void carryOut(int participant, MarketCommand command) {
        Optional<Rejection> rejection = switch (command) {
            case MarketCommand.PlaceOrder order -> {
                BookMarket market = bookMarket(order.venue());
                yield exchange(market).place(state.settlement, timeNanos(), market, participant, order);
            }
            case MarketCommand.ReplaceOrder order -> {
                BookMarket market = bookMarket(order.venue());
                yield exchange(market).replace(state.settlement, timeNanos(), market, participant, order);
            }
            case MarketCommand.CancelOrder(int venue, long id) ->
                exchange(bookMarket(venue)).cancel(state.settlement, timeNanos(), bookMarket(venue), participant, id);
            case MarketCommand.CancelAllOrders(int venue) -> {
                exchange(bookMarket(venue)).cancelAll(state.settlement, timeNanos(), bookMarket(venue), participant);
                yield Optional.empty();
            }
            case MarketCommand.Withdraw withdrawal -> transport.withdraw(participant, withdrawal);
            case MarketCommand.SubmitTransaction _, MarketCommand.SubmitBundle _, MarketCommand.BidForRound _ ->
                throw new IllegalStateException("a command on its way to an exchange: " + command);
        };
        rejection.ifPresent(reason -> reject(participant, command, reason.name()));
    }

    private Exchange exchange(BookMarket market) {
        return state.layout.exchange(market.spec().exchange());
    }

    /** Counts and reports a command that was not carried out: refused, or not even sent because it could not be. */
    public void reject(int participant, MarketCommand command, String reason) {
        state.settlement.totals(participant).reject();
        log().emit(new MarketEvent.CommandRejected(
                timeNanos(), participant, command.getClass().getSimpleName(), reason));
    }

    /** Looks at every balance of the ledger, every open order's hold, and what every bridge has locked. */
    public Conservation checkConservation() {
        return Soundness.check(state);
    }

    private void schedule(long timeNanos, EventKind kind, int target, long argument) {
        state.queue.schedule(timeNanos, kind.priority(), kind.code(), target, argument);
    }

    /** The saved state of a venue's contract, to be compared. */
    public byte[] contractState(int venue) {
        StateWriter out = new StateWriter();
        state.contract(venue).save(out);
        return out.toBytes();
    }

    /** An independent market of the same state, without a receiver of its trace. */
    public MarketEngine copy() {
        return new MarketEngine(state.copy());
    }

    /** Writes the whole state, which {@link #restored} of a market of the same scenario takes over. */
    public void save(StateWriter out) {
        state.save(out);
    }

    /** Takes over a saved state of the same scenario; participants must have been opened as before. */
    public MarketEngine restored(StateReader in) {
        return new MarketEngine(MarketState.load(in, state.layout));
    }
}
