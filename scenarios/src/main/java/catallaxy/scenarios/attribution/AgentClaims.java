package catallaxy.scenarios.attribution;

import catallaxy.environment.market.engine.MarketEngine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What the agents' claims on venues are worth, less what they owe, and why that changed. One thread. */
final class AgentClaims {
    private static final int NOBODY = -1;

    private MarketEngine engine;
    private final int[] participants;
    private final WorldMarks marks;
    private final List<AgentProfit> agents;
    /** {@code [agents]}: when it was looked at last. */
    private final BigDecimal[] worth;

    /** @param participants {@code [agents]} */
    AgentClaims(MarketEngine engine, int[] participants, WorldMarks marks, List<AgentProfit> agents) {
        this.engine = engine;
        this.participants = participants;
        this.marks = marks;
        this.agents = agents;
        this.worth = new BigDecimal[participants.length];
        Arrays.setAll(worth, this::now);
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    private BigDecimal now(int agent) {
        double now = engine.claims().worth(participants[agent], marks::price);
        return Double.isFinite(now) ? BigDecimal.valueOf(now) : BigDecimal.ZERO;
    }

    /** What an agent's claims have gained since they were looked at last. */
    BigDecimal gained(int agent) {
        BigDecimal now = now(agent);
        BigDecimal gained = now.subtract(worth[agent]);
        worth[agent] = now;
        return gained;
    }

    /** Books what all claims have gained, for a cause. */
    void book(Part cause) {
        bookAllBut(NOBODY, cause);
    }

    /** The same but for one agent, whose claims a transaction of its own has changed. */
    void bookAllBut(int except, Part cause) {
        for (int agent = 0; agent < participants.length; agent++) {
            BigDecimal gained = agent == except ? BigDecimal.ZERO : gained(agent);
            if (gained.signum() != 0) {
                agents.get(agent).parts().add(cause, gained);
            }
        }
    }
}
