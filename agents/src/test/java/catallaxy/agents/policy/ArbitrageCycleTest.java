package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.AgentContext;
import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.planning.Foresight;
import catallaxy.agents.planning.Proposal;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gap that three pools have and no pair shows. */
class ArbitrageCycleTest {
    private static final ClosedFormArbitrage.Config GREEDY = new ClosedFormArbitrage.Config(1, 0);
    private static final PlannedArbitrage PLANNER = new PlannedArbitrage(
            new Foresight(24, 20_000_000_000L, 2, 0, 0.5), 3, List.of(0.5, 1.0), List.of(1.0), 1, 0.2);

    private static MarketAgents agents(PolicySpec policy, int maxCycle, int dollars) {
        return new MarketAgents(
                TriangleMarket.spec(maxCycle, dollars),
                Map.of("mine", policy),
                new AgentFactory(ArbitrageCycleTest.class.getClassLoader()));
    }

    private static MarketEnvironment run(PolicySpec policy, int maxCycle, int dollars, Driver driver) {
        MarketEnvironment market = new MarketEnvironment(TriangleMarket.spec(maxCycle, dollars));
        MarketAgents agents = agents(policy, maxCycle, dollars);
        driver.run(market, 1, agents.plans(1), FaultRule.DEFAULT, DriverListener.STRICT);
        return market;
    }

    private static BigInteger earned(PolicySpec policy, int maxCycle, int dollars) {
        MarketEnvironment market = run(policy, maxCycle, dollars, new BatchDriver());
        return market.market()
                .view()
                .holdings(market.market().seat(0).participant())
                .balance(0, TriangleMarket.USDC)
                .toBigInteger()
                .subtract(BigInteger.valueOf(dollars * 1_000_000L));
    }

    @Test
    void whereOnlyPairsMayBeTradedNobodyEarnsAnything() {
        assertThat(earned(GREEDY, 2, TriangleMarket.RICH)).isZero();
        assertThat(earned(PLANNER, 2, TriangleMarket.RICH)).isZero();
    }

    @Test
    void whereThreeVenuesMayBePassedBothEarnTheMostToTheUnit() {
        BigInteger most = TriangleMarket.mostGain();
        assertThat(most).as("more than sixty dollars").isGreaterThan(BigInteger.valueOf(60_000_000));
        assertThat(earned(GREEDY, 3, TriangleMarket.RICH)).isEqualTo(most);
        assertThat(earned(PLANNER, 3, TriangleMarket.RICH)).isEqualTo(most);
    }

    @Test
    void itPutsInAllThatItHasWhereThatIsLess() {
        assertThat(earned(GREEDY, 3, 1_000)).isPositive();
        assertThat(seen(3, 1_000).value("eth~cross~btc.best_trade")).isCloseTo(-1_000, within(0.001));
    }

    @Test
    void bothDriversDecideTheSame() {
        assertThat(run(PLANNER, 3, TriangleMarket.RICH, new ActorDriver()).digest())
                .isEqualTo(
                        run(PLANNER, 3, TriangleMarket.RICH, new BatchDriver()).digest());
    }

    private static Observation seen(int maxCycle, int dollars) {
        return new MarketEnvironment(TriangleMarket.spec(maxCycle, dollars))
                .reset(1)
                .due()
                .getFirst()
                .observation();
    }

    @Test
    void thePlannerConsidersPartsOfItWithTheClosedFormsProfitAsWeight() {
        AgentContext context = agents(GREEDY, 3, TriangleMarket.RICH).context("mine", 1);
        ClosedFormArbitrage closedForm = new ClosedFormArbitrage(GREEDY, context);
        ArbitrageMoves moves = new ArbitrageMoves(closedForm, context.actions(), 3, List.of(0.5, 1.0), List.of(1.0));
        Observation seen = seen(3, TriangleMarket.RICH);
        List<Proposal> proposals = moves.proposals(seen);
        double profit = seen.value("eth~cross~btc.best_profit") - seen.value("eth~cross~btc.gas_cost");
        assertThat(proposals).extracting(Proposal::action).containsExactly(Action.of(0, -0.5), Action.of(0, -1));
        assertThat(proposals).extracting(Proposal::weight).containsExactly(profit / 2, profit);
    }
}
