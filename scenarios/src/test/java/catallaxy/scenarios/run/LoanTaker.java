package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** A user's agent that leaves ether, borrows dollars until half of what it may is used, and pays a quarter back every hour. */
public final class LoanTaker implements Agent {
    private final Units units;
    private final int venue;
    private final int chain;
    private final int ether;
    private final int dollars;
    private int epochs;

    /** As the loader of users' agents wants it. */
    public LoanTaker(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        ether = engine.asset("ETH");
        dollars = engine.quoteAsset();
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        epochs++;
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        Lending bank = account.venue(venue, Lending.class).orElseThrow();
        int own = account.number(chain);
        double free = bank.borrowable(own, dollars);
        if (bank.supplied(own, ether) == 0) {
            return send(account, bank.supply(ether, Amount.of(units.toUnits(ether, 40))));
        }
        if (epochs % 60 == 0) {
            UInt256 quarter = units.toUnits(dollars, bank.owed(own, dollars) / 4);
            return send(account, bank.repay(dollars, Amount.of(quarter)));
        }
        return free > bank.owed(own, dollars)
                ? send(account, bank.borrow(dollars, Amount.of(units.toUnits(dollars, free / 4))))
                : Action.HOLD;
    }

    private Action send(Account account, Call call) {
        return Action.send(account.transaction(chain, call));
    }
}
