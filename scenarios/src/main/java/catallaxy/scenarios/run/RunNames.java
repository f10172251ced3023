package catallaxy.scenarios.run;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.run.TraceEvent.Amount;
import java.math.BigDecimal;
import java.util.Arrays;

/** The market of a run, names of what its events refer to by index, and the agents behind its participants. */
final class RunNames {
    private Market market;
    private final EngineSpec engine;
    private final int[] agentOf;

    RunNames(Market market) {
        this.market = market;
        this.engine = market.spec().engine();
        this.agentOf = new int[market.engine().accounts().participants()];
        Arrays.fill(agentOf, -1);
        for (int agent = 0; agent < market.spec().agents().size(); agent++) {
            agentOf[market.seat(agent).participant()] = agent;
        }
    }

    /** The market of the run. */
    Market market() {
        return market;
    }

    /** Goes on with another market of the same scenario, such as a restored one. */
    void moveTo(Market other) {
        market = other;
    }

    /** Index of the agent that a participant is, or −1 for the background population. */
    int agent(int participant) {
        return agentOf[participant];
    }

    boolean isAgent(int participant) {
        return agentOf[participant] >= 0;
    }

    String agentId(int agent) {
        return market.spec().agents().get(agent).id();
    }

    String participant(int participant) {
        return market.engine().accounts().name(participant);
    }

    VenueSpec venue(int venue) {
        return engine.venues().get(venue);
    }

    String asset(int asset) {
        return engine.assets().get(asset).symbol();
    }

    /** Base units of an asset in whole units. */
    Amount amount(int asset, UInt256 units) {
        return amount(asset, new BigDecimal(units.toBigInteger()));
    }

    Amount amount(int asset, BigDecimal units) {
        return new Amount(units.movePointLeft(engine.assets().get(asset).decimals()), asset(asset));
    }

    String chain(int chain) {
        return engine.chains().get(chain).id();
    }

    /** A chain's or an exchange's name. */
    String place(int place) {
        int chains = engine.chains().size();
        return place < chains
                ? chain(place)
                : engine.exchanges().get(place - chains).id();
    }

    MarketEngine engine() {
        return market.engine();
    }
}
