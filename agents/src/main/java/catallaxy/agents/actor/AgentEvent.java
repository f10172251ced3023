package catallaxy.agents.actor;

/**
 * Something that an agent has decided, for whoever has subscribed to its actor; each role has its own events. An event
 * tells what the agent asked for, which the fault rule may still keep from being applied; it never influences a run.
 */
public sealed interface AgentEvent
        permits MarketMakerActor.Event,
                PortfolioManagerActor.Event,
                ArbitrageurActor.Event,
                RiskManagerActor.Event,
                LiquidityProviderActor.Event,
                TraderActor.Event {
    /** Id of the agent that has decided. */
    String agent();

    /** Simulated time of the decision. */
    long timeNanos();
}
