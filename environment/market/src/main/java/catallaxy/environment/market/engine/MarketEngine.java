package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.kernel.EventQueue;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.outage.Outages;
import catallaxy.environment.market.trace.EventSink;
import catallaxy.environment.market.trace.MarketEvent;
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
    private final ChainInbox chainInbox;
    private final ExchangeInbox exchangeInbox;
    private final WorldSchedule worldSteps;
    private final OutageSchedule outages;
    private final MarkSchedule marks;

    private MarketEngine(MarketState state) {
        super(state);
        transport = new Transport(state);
        calls = new Calls[state.chains.length];
        for (int chain = 0; chain < calls.length; chain++) {
            calls[chain] = new Calls(this, transport, chain);
        }
        chainInbox = new ChainInbox(this);
        exchangeInbox = new ExchangeInbox(state, transport);
        worldSteps = new WorldSchedule(state);
        outages = new OutageSchedule(state);
        marks = new MarkSchedule(this);
    }

    /** A market at time zero, with its first events scheduled and nobody in it. */
    public static MarketEngine of(EngineSpec spec, long seed) {
        return of(spec, Kinds.registered(), seed);
    }

    /** A market at time zero whose contracts are of these kinds. */
    public static MarketEngine of(EngineSpec spec, Kinds kinds, long seed) {
        MarketEngine engine = new MarketEngine(Genesis.of(spec, kinds, seed));
        engine.begin();
        return engine;
    }

    private void begin() {
        worldSteps.begin();
        for (int chain = 0; chain < state.chains.length; chain++) {
            scheduleBlock(chain);
        }
        outages.begin();
        marks.begin();
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
        state.schedule(timeNanos, kind, target, 0);
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
            case WORLD_STEP -> worldSteps.step();
            case OUTAGE -> outages.change(target);
            case BLOCK -> produceBlock(target);
            case MARK -> marks.mark(target);
            case DELIVERY -> transport.deliver(argument);
            case COMMAND -> arrive(argument, spec().placeOfExchange(target), exchangeInbox);
            case TRANSACTION -> arrive(argument, target, chainInbox);
            case HELD_TRANSACTION -> chainInbox.release(target);
        }
        return HANDLED;
    }

    private void arrive(int participant, int place, Inbox inbox) {
        MarketCommand command = state.network.connection(participant, place).take();
        inbox.receive(place, participant, command).ifPresent(reason -> reject(participant, command, reason));
    }

    /**
     * Produces a block, unless the chain stands still: then what waits goes on waiting, and the slot stays empty but for what was forced
     * through another chain that goes on.
     */
    private void produceBlock(int chain) {
        Chain producing = state.chains[chain];
        int parent = state.layout.settlesOn(chain);
        if (parent >= 0) {
            Chain other = state.chains[parent];
            producing
                    .forced()
                    .settle(other.blockNumber() - other.spec().permanence().depth());
        }
        if (!state.outages[chain].isDown()) {
            producing.produceBlock(state.settlement, timeNanos(), calls[chain]);
        } else if (parent >= 0 && !state.outages[parent].isDown()) {
            producing.produceForcedBlock(state.settlement, timeNanos(), calls[chain]);
        }
        scheduleBlock(chain);
    }

    private void scheduleBlock(int chain) {
        long blockTime = spec().chains().get(chain).blocks().blockTimeNanos();
        state.schedule(timeNanos() + blockTime, EventKind.BLOCK, chain, 0);
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
        } else {
            send(participant, command, Destination.of(spec(), command));
        }
    }

    private void send(int participant, MarketCommand command, Destination to) {
        Connection line = state.network.send(participant, to.place(), timeNanos(), command);
        EventKind arrival = to.arrival();
        state.queue.schedule(
                line.arrivalNanos(), arrival.priority(), line.tie(), arrival.code(), to.target(), participant);
    }

    /** Reads the calls of this market's contracts. */
    public CallReader callReader() {
        return state.layout.contracts().calls().reader();
    }

    /** Through what a participant acts. */
    public Gateway gateway(int participant) {
        return new EngineGateway(this, participant);
    }

    @Override
    Calls calls(int chain) {
        return calls[chain];
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

    /** Goes on by other chances from here on, a function of the present ones and of {@code luck}; what is under way stays under way. */
    public void divert(long luck) {
        state.world.divert(luck);
        state.network.divert(luck);
        for (Chain chain : state.chains) {
            chain.divert(luck);
        }
        for (Bridge bridge : state.bridges) {
            bridge.divert(luck);
        }
        for (Outages place : state.outages) {
            place.divert(luck);
        }
    }

    /**
     * Puts the world's prices where {@link catallaxy.environment.api.view.Prices#atVenues venues} have them: what somebody takes them for who does
     * not know better.
     */
    public void takeVenuesWord() {
        worldSteps.takeVenuesWord(new SeenPrices(this));
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
