package catallaxy.environment.market;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionFingerprint;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.Line;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.population.Population;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.Roles;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.role.SupervisedSeats;
import catallaxy.environment.market.trace.EventSink;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * One simulated market with everybody in it: engine, background population, and the seats of the agents.
 *
 * <p>It runs from epoch to epoch: {@link #runToNextEpoch} handles events until an agent is due; {@link #decide} applies
 * that agent's decision. A function of (spec, seed, decisions). {@link #fork} gives an independent market with the same
 * future; {@link #snapshot} and {@link #restore} carry one across processes. Owned by one thread.
 */
public final class Market implements SupervisedSeats {
    private static final int SNAPSHOT_VERSION = 4;

    private final MarketSpec spec;
    private final MarketEngine engine;
    private final Population population;
    private final Role[] roles;
    private final Seat[] seats;
    private final List<String> agentIds;
    private long sampleNanos = Long.MAX_VALUE;
    private long sampleIntervalNanos;
    private Consumer<Market> sampler = market -> {};

    private Market(MarketSpec spec, MarketEngine engine, Population population, Role[] roles, Seat[] seats) {
        this.spec = spec;
        this.engine = engine;
        this.population = population;
        this.roles = new Role[roles.length];
        for (int agent = 0; agent < roles.length; agent++) {
            this.roles[agent] = roles[agent].over(this);
        }
        this.seats = seats;
        this.agentIds = spec.agents().stream().map(SeatSpec::id).toList();
    }

    /** The market of a scenario at time zero. */
    public static Market of(MarketSpec spec, long seed) {
        MarketEngine engine = MarketEngine.of(spec.engine(), seed);
        Population population = new Population(spec.population(), engine, seed);
        Market market = new Market(
                spec, engine, population, roles(spec), new Seat[spec.agents().size()]);
        market.open();
        return market;
    }

    static Role[] roles(MarketSpec spec) {
        Role[] roles = new Role[spec.agents().size()];
        for (int agent = 0; agent < roles.length; agent++) {
            roles[agent] = Roles.of(spec.engine(), spec.durationNanos(), spec.agents(), agent, SupervisedSeats.none());
        }
        return roles;
    }

    private void open() {
        for (int agent = 0; agent < seats.length; agent++) {
            SeatSpec each = spec.agents().get(agent);
            int participant = engine.openParticipant(
                    each.id(), new Line(each.latencyNanos(), each.latencyJitter()), each.endowments());
            seats[agent] = new Seat(agent, participant, roles[agent]);
            engine.wake(EventKind.AGENT, agent, each.firstEpochNanos());
        }
        for (int group = 0; group < population.size(); group++) {
            wakePopulation(group, population.firstWakeNanos(group));
        }
        for (int agent = 0; agent < seats.length; agent++) {
            roles[agent].open(engine, seats[agent]);
        }
    }

    /** The scenario that the market was made of; forks share it. */
    public MarketSpec spec() {
        return spec;
    }

    /** The engine, for looking at; commands reach it through decisions. */
    public MarketEngine engine() {
        return engine;
    }

    /** What can be seen of the market at its present time. */
    public MarketView view() {
        return engine;
    }

    /** The role of an agent, which looks at this market; an index out of range throws. */
    public Role role(int agent) {
        return roles[agent];
    }

    @Override
    public Seat seat(int agent) {
        return seats[agent];
    }

    /**
     * Handles events up to the next epoch of any agent, or to the end of the run.
     *
     * @return the agent that is due, or −1 at the end
     */
    public int runToNextEpoch() {
        if (hasTradedEnough()) {
            sample(engine.timeNanos() + 1);
            return -1;
        }
        while (engine.hasEventUntil(spec.durationNanos())) {
            if (engine.nextTimeNanos() > sampleNanos) {
                sample(engine.nextTimeNanos());
            }
            boolean population = engine.nextKind() == EventKind.POPULATION;
            int target = engine.advance();
            if (target != MarketEngine.HANDLED) {
                if (!population) {
                    return beginEpoch(target);
                }
                wakePopulation(target, this.population.wake(engine, target));
            }
        }
        sample(spec.durationNanos() + 1);
        return -1;
    }

    /** When the run ends: at the end of its duration, or now that its agents have traded as often as they may. */
    public long endNanos() {
        return hasTradedEnough() ? engine.timeNanos() : spec.durationNanos();
    }

    private boolean hasTradedEnough() {
        return spec.tradeLimit() > 0 && trades() >= spec.tradeLimit();
    }

    /** Trades of all agents so far: each match on a book, each swap on a chain. */
    private long trades() {
        long trades = 0;
        for (Seat seat : seats) {
            trades += engine.dealings(seat.participant()).fills();
        }
        return trades;
    }

    private void sample(long nextEventNanos) {
        while (sampleNanos < nextEventNanos) {
            sampler.accept(this);
            sampleNanos += sampleIntervalNanos;
        }
    }

    private int beginEpoch(int agent) {
        engine.wake(
                EventKind.AGENT,
                agent,
                engine.timeNanos() + spec.agents().get(agent).cadenceNanos());
        return agent;
    }

    private void wakePopulation(int group, long timeNanos) {
        if (timeNanos <= spec.durationNanos()) {
            engine.wake(EventKind.POPULATION, group, timeNanos);
        }
    }

    /** Whether another agent is due at the present time. */
    public boolean anotherIsDueNow() {
        return engine.hasEventUntil(engine.timeNanos()) && engine.nextKind() == EventKind.AGENT;
    }

    /** Applies a decision of the agent that is due; a halted agent's is replaced by a step towards the quote asset. */
    public void decide(int agent, Action action) {
        Seat seat = seats[agent];
        engine.log()
                .emit(new MarketEvent.AgentDecided(
                        engine.timeNanos(), agent, seat.epoch(), ActionFingerprint.of(action)));
        if (seat.halted()) {
            unwind(agent);
            return;
        }
        switch (action) {
            case Action.Hold hold -> {}
            case Action.Vector vector ->
                roles[agent].act(engine, engine.gateway(seat.participant()), seat, vector.values());
            case Action.Commands commands ->
                commands.commands().forEach(command -> engine.submit(seat.participant(), command));
        }
    }

    @Override
    public void intervene(long timeNanos, int riskAgent, int agent, double fromScale, double toScale, String reason) {
        engine.log().emit(new MarketEvent.RiskIntervened(timeNanos, riskAgent, agent, fromScale, toScale, reason));
    }

    @Override
    public void unwind(int agent) {
        roles[agent].halt(engine, engine.gateway(seats[agent].participant()), seats[agent]);
    }

    /** Sets the one receiver of the trace; forks begin with none. */
    public void observe(EventSink sink) {
        engine.observe(sink);
    }

    /**
     * Lets somebody look between two events: at a first time and then after each interval, when everything up to that
     * time has happened. Not part of the state; forks begin without.
     */
    public void sampleEvery(long intervalNanos, long firstNanos, Consumer<Market> receiver) {
        sampler = receiver;
        sampleIntervalNanos = intervalNanos;
        sampleNanos = firstNanos;
    }

    /** Digest of everything that happened, 32 hexadecimal digits. */
    public String digest() {
        return engine.log().digest().hex();
    }

    /** Looks at the conservation of every asset now. */
    public Conservation checkConservation() {
        return engine.checkConservation();
    }

    /** An independent market of the same state and the same future. */
    public Market fork() {
        Seat[] copies = new Seat[seats.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = seats[i].copy();
        }
        return new Market(spec, engine.copy(), population.copy(), roles, copies);
    }

    /**
     * Goes on by other chances from here on: the same market with another future, for who may know the present alone. What was drawn
     * before stays: what is under way, when each group of the population wakes next, and the next change of each outage. A
     * recording that the scenario replays says what comes, and cannot be otherwise: see {@link MarketSpec#foretold}.
     *
     * @param luck the same from the same state gives the same future; two give independent ones
     */
    public void divert(long luck) {
        engine.divert(luck);
        population.divert(luck);
    }

    /** Takes the prices that venues show for those of the world, which no agent sees: {@link MarketEngine#takeVenuesWord}. */
    public void takeVenuesWord() {
        engine.takeVenuesWord();
    }

    /** The whole state as bytes; {@link #restore} reads them. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter();
        out.int32(SNAPSHOT_VERSION).text(spec.name()).int32(seats.length);
        engine.save(out);
        population.save(out);
        for (Seat seat : seats) {
            seat.save(out);
        }
        return out.toBytes();
    }

    /**
     * The market that was {@link #snapshot saved}.
     *
     * @param spec of the same scenario
     * @throws CorruptStateException if the bytes are altered, or of another scenario or version
     */
    public static Market restore(MarketSpec spec, byte[] snapshot) {
        StateReader in = new StateReader(snapshot);
        expect("version", String.valueOf(SNAPSHOT_VERSION), String.valueOf(in.int32()));
        expect("scenario", spec.name(), in.text());
        expect("number of agents", String.valueOf(spec.agents().size()), String.valueOf(in.int32()));
        Market empty = of(spec, 0);
        MarketEngine engine = empty.engine.restored(in);
        Population population = Population.load(in, spec.population(), engine);
        Seat[] seats = new Seat[spec.agents().size()];
        for (int agent = 0; agent < seats.length; agent++) {
            seats[agent] = Seat.load(in, empty.roles[agent]);
        }
        in.end();
        return new Market(spec, engine, population, empty.roles, seats);
    }

    private static void expect(String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new CorruptStateException("snapshot: " + what + ": expected " + expected + ", found " + found);
        }
    }

    /** Ids of the agents in their order. */
    public List<String> agentIds() {
        return agentIds;
    }
}
