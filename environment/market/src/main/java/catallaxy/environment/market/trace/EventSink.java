package catallaxy.environment.market.trace;

/** Receives the events of a run in their order; it may look, it must not act. */
@FunctionalInterface
public interface EventSink {
    EventSink NONE = event -> {};

    /** Is given each event as it happens, by the thread of the market, which waits for the return. */
    void accept(MarketEvent event);
}
