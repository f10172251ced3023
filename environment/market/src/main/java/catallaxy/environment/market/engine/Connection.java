package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.CommandCodec;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * One participant's connection to one chain or exchange: first in, first out. What is sent at one moment travels
 * together. Owned by its {@link Uplink}.
 */
final class Connection implements Iterable<MarketCommand> {
    private final ArrayDeque<MarketCommand> underWay;
    private long sentNanos = -1;
    private long arrivalNanos = -1;
    private int tie;

    Connection() {
        this(new ArrayDeque<>(2));
    }

    private Connection(ArrayDeque<MarketCommand> underWay) {
        this.underWay = underWay;
    }

    /** Time at which the latest message was sent; negative before the first. */
    long sentNanos() {
        return sentNanos;
    }

    /** Time at which the latest message arrives. */
    long arrivalNanos() {
        return arrivalNanos;
    }

    /** What decides between messages of several participants that arrive at the same time, lower first. */
    int tie() {
        return tie;
    }

    /** Fixes the journey of what is sent now; it arrives no earlier than what was sent before. */
    void depart(long nowNanos, long delayNanos, int lot) {
        long arrival = nowNanos + delayNanos;
        sentNanos = nowNanos;
        if (arrival > arrivalNanos) {
            arrivalNanos = arrival;
            tie = lot;
        }
    }

    void add(MarketCommand command) {
        underWay.addLast(command);
    }

    MarketCommand take() {
        return underWay.removeFirst();
    }

    /** Messages on their way. */
    int size() {
        return underWay.size();
    }

    /** The messages on their way, the earliest first. */
    @Override
    public Iterator<MarketCommand> iterator() {
        return underWay.iterator();
    }

    Connection copy() {
        Connection copy = new Connection(new ArrayDeque<>(underWay));
        copy.sentNanos = sentNanos;
        copy.arrivalNanos = arrivalNanos;
        copy.tie = tie;
        return copy;
    }

    void save(StateWriter out) {
        out.int64(sentNanos).int64(arrivalNanos).int32(tie).int32(underWay.size());
        underWay.forEach(each -> CommandCodec.write(out, each));
    }

    static Connection load(StateReader in, CallReader calls) {
        Connection connection = new Connection();
        connection.sentNanos = in.int64();
        connection.arrivalNanos = in.int64();
        connection.tie = in.int32();
        for (int rest = in.count(1); rest > 0; rest--) {
            connection.add(CommandCodec.read(in, calls));
        }
        return connection;
    }
}
