package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A user's agent that keeps a collar: it holds a put and has written a call on each unit of a number, and settles both at expiry. */
public final class OptionTrader implements Agent {
    private final Units units;
    private final int venue;
    private final int chain;
    private final int base;
    private int epochs;

    /** As the loader of users' agents wants it. */
    public OptionTrader(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        base = engine.venues().get(venue).base();
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        epochs++;
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        OptionMarket options = account.venue(venue, OptionMarket.class).orElseThrow();
        Optional<Call> next = settled(options, account).or(() -> traded(options, account));
        return next.map(call -> Action.send(account.transaction(chain, call))).orElse(Action.HOLD);
    }

    /** What has expired is settled. */
    private Optional<Call> settled(OptionMarket options, Account account) {
        return IntStream.range(0, options.series().size())
                .filter(i -> Double.isNaN(options.ask(i)) && options.position(account.number(chain), i) != 0)
                .mapToObj(options::settle)
                .findFirst();
    }

    private Optional<Call> traded(OptionMarket options, Account account) {
        List<OptionMarket.Series> series = options.series();
        UInt256 quantity = units.toUnits(base, 0.5);
        for (int i = 0; i < series.size(); i++) {
            boolean isPut = series.get(i).right() == OptionRight.PUT;
            double wanted = epochs % 7 == 0 ? 0 : isPut ? 2 : -2;
            double position = options.position(account.number(chain), i);
            if (!Double.isNaN(options.bid(i)) && Math.abs(position - wanted) >= 0.5) {
                return Optional.of(
                        position < wanted
                                ? options.buy(i, quantity, UInt256.MAX)
                                : options.sell(i, quantity, UInt256.ZERO));
            }
        }
        return Optional.empty();
    }
}
