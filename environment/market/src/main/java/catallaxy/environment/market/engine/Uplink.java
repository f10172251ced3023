package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.kernel.EventQueue;

/**
 * One participant's way into the market: its own latency, and a connection to each chain and exchange.
 *
 * <p>The one-way delay of what is sent to a place at one moment is {@code (place's latency + own latency) · (1 + (place's
 * jitter + own jitter) · E)}, with E exponential of mean 1: a floor that distance sets, and a queueing delay on top of it. Takes two words of the stream
 * {@code latency/<name>} a departure: E, then the lot among those that arrive at the same time. Owned by its network.
 */
final class Uplink {
    private final Line line;
    private final RandomStream random;
    private final Connection[] connections;

    private Uplink(Line line, RandomStream random, Connection[] connections) {
        this.line = line;
        this.random = random;
        this.connections = connections;
    }

    static Uplink open(long seed, String name, Line line, int places) {
        Connection[] connections = new Connection[places];
        for (int place = 0; place < places; place++) {
            connections[place] = new Connection();
        }
        return new Uplink(line, RandomStream.of(seed, "latency/" + name), connections);
    }

    Connection connection(int place) {
        return connections[place];
    }

    /** Delay to a place of this latency without jitter. */
    long floorNanos(long placeLatencyNanos) {
        return placeLatencyNanos + line.latencyNanos();
    }

    /** Jitter on the way to a place of this jitter. */
    double jitter(double placeJitter) {
        return placeJitter + line.jitter();
    }

    /** Puts a command on its way; returns its connection, which knows when it arrives. */
    Connection send(int place, long placeLatencyNanos, double placeJitter, long nowNanos, MarketCommand command) {
        Connection connection = connections[place];
        if (connection.sentNanos() != nowNanos) {
            double queueing = jitter(placeJitter) * random.nextExponential();
            int lot = (int) (random.nextLong() >>> (Long.SIZE - EventQueue.TIE_BITS));
            long delay = (long) (floorNanos(placeLatencyNanos) * (1 + queueing));
            connection.depart(nowNanos, delay, lot);
        }
        connection.add(command);
        return connection;
    }

    /** Other delays of whatever is sent from here on. */
    void divert(long luck) {
        random.divert(luck);
    }

    Uplink copy() {
        Connection[] copies = new Connection[connections.length];
        for (int place = 0; place < copies.length; place++) {
            copies[place] = connections[place].copy();
        }
        return new Uplink(line, random.copy(), copies);
    }

    void save(StateWriter out) {
        out.int64(line.latencyNanos()).float64(line.jitter());
        random.save(out);
        for (Connection connection : connections) {
            connection.save(out);
        }
    }

    static Uplink load(StateReader in, int places, CallReader calls) {
        Line line = new Line(in.int64(), in.float64());
        RandomStream random = RandomStream.load(in);
        Connection[] connections = new Connection[places];
        for (int place = 0; place < places; place++) {
            connections[place] = Connection.load(in, calls);
        }
        return new Uplink(line, random, connections);
    }
}
