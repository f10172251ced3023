package catallaxy.environment.market.trace;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Where components report what happened: each event goes into the digest and on to the sink. Owned by the market. */
public final class EventLog {
    private final TraceDigest digest;
    private EventSink sink = EventSink.NONE;

    public EventLog() {
        this(new TraceDigest());
    }

    private EventLog(TraceDigest digest) {
        this.digest = digest;
    }

    public void emit(MarketEvent event) {
        event.into(digest);
        digest.endEvent();
        sink.accept(event);
    }

    /** Sets the one receiver of events; copies and restored logs begin with none. */
    public void sink(EventSink newSink) {
        sink = newSink;
    }

    public TraceDigest digest() {
        return digest;
    }

    public EventLog copy() {
        return new EventLog(digest.copy());
    }

    public void save(StateWriter out) {
        digest.save(out);
    }

    public static EventLog load(StateReader in) {
        return new EventLog(TraceDigest.load(in));
    }
}
