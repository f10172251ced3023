package catallaxy.environment.market.role;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.TreeMap;

/**
 * The mutable state of one agent's place in the market.
 *
 * <p>{@link #memory} and {@link #registers} belong to the role. Owned by one market, not thread safe.
 */
public final class Seat {
    private final int agent;
    private final int participant;
    private final double[] memory;
    private final long[] registers;
    private final TreeMap<Integer, Double> limits = new TreeMap<>();
    private double scale = 1;
    private long epoch;
    private long epochNanos;
    private long nextOrderId;
    private double initialEquity;
    private double epochEquity;
    private double epochCosts;

    /** A seat that is still to be {@link Role#open opened}. */
    public Seat(int agent, int participant, Role role) {
        this(agent, participant, new double[role.memorySize()], new long[role.registerCount()]);
    }

    private Seat(int agent, int participant, double[] memory, long[] registers) {
        this.agent = agent;
        this.participant = participant;
        this.memory = memory;
        this.registers = registers;
    }

    /** Index of the agent in the scenario. */
    public int agent() {
        return agent;
    }

    /** The participant of the market that sits here. */
    public int participant() {
        return participant;
    }

    /** Share of its full size at which the agent may act, in [0, 1]: the least that a supervisor allows. */
    public double scale() {
        return scale;
    }

    /** Limits the seat to a share of its full size; the least of its supervisors' limits holds. */
    public void limit(int supervisor, double share) {
        Checks.inRange("scale", share, 0, 1);
        limits.put(supervisor, share);
        scale = limits.values().stream().min(Double::compare).orElseThrow();
    }

    /** Whether the agent may not act and its holdings are being sold: its scale is 0. */
    public boolean halted() {
        return scale == 0;
    }

    /** Epochs so far. */
    public long epoch() {
        return epoch;
    }

    /** Time of the latest epoch, or of the opening. */
    public long epochNanos() {
        return epochNanos;
    }

    /** Equity at the opening, quote units. */
    public double initialEquity() {
        return initialEquity;
    }

    /** Equity at the latest epoch, or at the opening, quote units. */
    public double epochEquity() {
        return epochEquity;
    }

    /** Change of the equity since the latest epoch, quote units. */
    public double equityChange(MarketView market) {
        return market.holdings(participant).equity() - epochEquity;
    }

    /** Time since the latest epoch, or since the opening, seconds. */
    public double seconds(MarketView market) {
        return (market.timeNanos() - epochNanos) / 1e9;
    }

    /** Change of the equity since the latest epoch before fees and gas, quote units. */
    public double profit(MarketView market) {
        return equityChange(market) + costs(market);
    }

    /** Fees and gas paid since the latest epoch, quote units, not negative. */
    public double costs(MarketView market) {
        return paid(market) - epochCosts;
    }

    /** What the role remembers from epoch to epoch. */
    public double[] memory() {
        return memory;
    }

    /** What the role remembers in whole numbers. */
    public long[] registers() {
        return registers;
    }

    /** Client order ids used so far: the next one. */
    public long orderIds() {
        return nextOrderId;
    }

    /** A client order id that this seat has not used yet. */
    public long nextOrderId() {
        return nextOrderId++;
    }

    void open(MarketView market) {
        epochNanos = market.timeNanos();
        initialEquity = market.holdings(participant).equity();
        epochEquity = initialEquity;
        epochCosts = paid(market);
    }

    void closeEpoch(MarketView market) {
        epoch++;
        epochNanos = market.timeNanos();
        epochEquity = market.holdings(participant).equity();
        epochCosts = paid(market);
    }

    private double paid(MarketView market) {
        return market.dealings(participant).costsQuote();
    }

    /** An independent seat of the same state. */
    public Seat copy() {
        Seat copy = new Seat(agent, participant, memory.clone(), registers.clone());
        copy.limits.putAll(limits);
        copy.scale = scale;
        copy.epoch = epoch;
        copy.epochNanos = epochNanos;
        copy.nextOrderId = nextOrderId;
        copy.initialEquity = initialEquity;
        copy.epochEquity = epochEquity;
        copy.epochCosts = epochCosts;
        return copy;
    }

    /** Writes the whole state. */
    public void save(StateWriter out) {
        out.int32(agent).int32(participant).doubles(memory).longs(registers, registers.length);
        out.int32(limits.size());
        limits.forEach((supervisor, share) -> out.int32(supervisor).float64(share));
        out.int64(epoch).int64(epochNanos).int64(nextOrderId);
        out.float64(initialEquity).float64(epochEquity).float64(epochCosts);
    }

    /** The seat that was {@link #save saved} with the same role. */
    public static Seat load(StateReader in, Role role) {
        Seat seat = new Seat(in.int32(), in.int32(), in.doubles(), in.longs());
        if (seat.memory.length != role.memorySize() || seat.registers.length != role.registerCount()) {
            throw new CorruptStateException("seat of agent " + seat.agent + ": " + seat.memory.length + " numbers and "
                    + seat.registers.length + " registers do not fit the role " + role.name());
        }
        for (int rest = in.count(Integer.BYTES + Double.BYTES); rest > 0; rest--) {
            seat.limit(in.int32(), in.float64());
        }
        seat.epoch = in.int64();
        seat.epochNanos = in.int64();
        seat.nextOrderId = in.int64();
        seat.initialEquity = in.float64();
        seat.epochEquity = in.float64();
        seat.epochCosts = in.float64();
        return seat;
    }
}
