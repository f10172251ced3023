package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import catallaxy.environment.market.venue.pool.ExitPool;
import catallaxy.environment.market.venue.pool.JoinPool;
import java.util.List;

/** A user's provider that deposits dollars in a pool of three assets at its first epoch, and redeems its shares at the hundredth. */
public final class BasketProvider implements Agent {
    private static final int LAST = 100;

    private final Units units;
    private final int venue;
    private final int chain;
    private final int quoteAsset;
    private int epochs;

    /** As the loader of users' agents wants it. */
    public BasketProvider(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        quoteAsset = engine.quoteAsset();
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        epochs++;
        UInt256 none = UInt256.ZERO;
        if (epochs == 1) {
            Amount dollars = Amount.of(units.toUnits(quoteAsset, 10_000));
            List<Amount> amounts = List.of(Amount.of(none), Amount.of(none), dollars);
            return Action.send(account.transaction(chain, new JoinPool(venue, amounts, none)));
        }
        return epochs == LAST
                ? Action.send(account.transaction(chain, new ExitPool(venue, Amount.all(), List.of(none, none, none))))
                : Action.HOLD;
    }
}
