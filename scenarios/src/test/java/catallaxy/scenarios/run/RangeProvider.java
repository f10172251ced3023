package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** A user's provider that moves its range to the price whenever the price has left it, and collects its fees now and then. */
public final class RangeProvider implements Agent {
    private static final int EPOCHS_BETWEEN_COLLECTIONS = 40;
    private static final double WIDTH = 0.01;

    private final Units units;
    private final int venue;
    private final int chain;
    private final int base;
    private final int quote;
    private int epochs;

    /** As the loader of users' agents wants it. */
    public RangeProvider(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        base = engine.venues().get(venue).base();
        quote = engine.venues().get(venue).quote();
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        epochs++;
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        RangeLiquidity ranges = account.venue(venue, RangeLiquidity.class).orElseThrow();
        List<Position> positions = ranges.positions(account.number(chain));
        double price = account.quoting(venue).orElseThrow().price();
        if (positions.isEmpty()) {
            return send(account, open(ranges, price));
        }
        Position held = positions.getFirst();
        boolean left = price < ranges.priceAt(held.lowerTick()) || price > ranges.priceAt(held.upperTick());
        if (left) {
            return send(account, ranges.close(held, UInt256.ZERO, UInt256.ZERO));
        }
        return epochs % EPOCHS_BETWEEN_COLLECTIONS == 0 ? send(account, ranges.collect(held)) : Action.HOLD;
    }

    private Call open(RangeLiquidity ranges, double price) {
        return ranges.open(
                ranges.tickAt(price * (1 - WIDTH)),
                ranges.tickAt(price * (1 + WIDTH)) + ranges.tickSpacing(),
                units.toUnits(base, 20),
                units.toUnits(quote, 20 * price),
                UInt256.ZERO,
                UInt256.ZERO);
    }

    private Action send(Account account, Call call) {
        return Action.send(account.transaction(chain, call));
    }
}
