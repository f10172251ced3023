package catallaxy.scenarios.attribution;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What each agent of a market owns now by the market's own books, in exact whole units. One thread. */
final class AgentHoldings {
    private static final int NO_AGENT = -1;

    private MarketEngine engine;
    private final int[] participants;
    private final int[] agentOf;

    AgentHoldings(Market market) {
        this.engine = market.engine();
        this.participants = IntStream.range(0, market.agentIds().size())
                .map(agent -> market.seat(agent).participant())
                .toArray();
        this.agentOf = new int[engine.accounts().participants()];
        Arrays.fill(agentOf, NO_AGENT);
        for (int agent = 0; agent < participants.length; agent++) {
            agentOf[participants[agent]] = agent;
        }
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    int agents() {
        return participants.length;
    }

    /** {@code [agents]}: the participants that they are; a copy. */
    int[] participants() {
        return participants.clone();
    }

    /** The agent that a participant is; negative for one of the background population. */
    int agent(int participant) {
        return agentOf[participant];
    }

    /** {@code [assets]}: what an agent owns. */
    BigDecimal[] of(int agent) {
        BigDecimal[] owned = new BigDecimal[engine.spec().assets().size()];
        Arrays.setAll(owned, asset -> of(agent, asset));
        return owned;
    }

    BigDecimal of(int agent, int asset) {
        return whole(asset, engine.totalUnits(participants[agent], asset));
    }

    /** Base units of an asset in whole units. */
    BigDecimal whole(int asset, UInt256 units) {
        return new BigDecimal(
                units.toBigInteger(), engine.spec().assets().get(asset).decimals());
    }
}
