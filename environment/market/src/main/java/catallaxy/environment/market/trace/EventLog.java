package catallaxy.environment.market.trace;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Where components report what happened: each event goes into the digest and on to the sink. Owned by the market. */
public final class EventLog {
    private final TraceDigest digest;
    private EventSink sink = EventSink.NONE;

    /** A log to which nothing was reported, without a receiver. */
    public EventLog() {
        this(new TraceDigest());
    }

    private EventLog(TraceDigest digest) {
        this.digest = digest;
    }

    /** Adds the event to the digest and hands it on, before this returns. */
    public void emit(MarketEvent event) {
        event.into(digest);
        digest.endEvent();
        sink.accept(event);
    }

    /** Sets the one receiver of events; copies and restored logs begin with none. */
    public void sink(EventSink newSink) {
        sink = newSink;
    }

    /** The live digest of everything that was reported. */
    public TraceDigest digest() {
        return digest;
    }

    /** An independent log with the same digest, without a receiver. */
    public EventLog copy() {
        return new EventLog(digest.copy());
    }

    /** Writes the state of the digest; the receiver is not part of it. */
    public void save(StateWriter out) {
        digest.save(out);
    }

    /** The log that {@link #save} wrote, without a receiver. */
    public static EventLog load(StateReader in) {
        return new EventLog(TraceDigest.load(in));
    }
}
