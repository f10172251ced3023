package catallaxy.environment.market.trace;

/** Receives the events of a run in their order; it may look, it must not act. */
@FunctionalInterface
public interface EventSink {
    EventSink NONE = event -> {};

    void accept(MarketEvent event);
}
