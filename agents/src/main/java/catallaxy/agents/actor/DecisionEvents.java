package catallaxy.agents.actor;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import java.util.List;
import java.util.function.Consumer;

/** The events of a decision by what each component of the action means, whatever the role is called. Owned by its actor. */
final class DecisionEvents implements Announcer {
    private final List<Announcer> all = List.of(
            new MarketMakerActor(),
            PortfolioManagerActor::announce,
            ArbitrageurActor::announce,
            RiskManagerActor::announce,
            LiquidityProviderActor::announce,
            TraderActor::announce);

    @Override
    public void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        all.forEach(each -> each.announce(observation, action, subscribers));
    }

    /** Whether there is a feature of a meaning. */
    static boolean observes(Observation observation, Meaning meaning) {
        return observation.spec().of(meaning.quantity()).stream()
                .anyMatch(feature -> feature.meaning().equals(meaning));
    }
}
