package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.model.ModelUse;
import catallaxy.agents.risk.RiskMethod;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.role.RoleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy of an agent has its past and its future, and neither sees what the other does. */
final class AgentCopyTest {
    private static final int EPOCHS = 300;
    /** With these at 0 an arbitrageur always finds something to trade. */
    private static final List<Quantity> COSTLESS = List.of(Quantity.PENDING, Quantity.FEE, Quantity.GAS_COST);

    /** A policy with what it observes and does. */
    record Case(String name, Agent agent, ObservationSpec features, ActionSpec actions) {
        @Override
        public String toString() {
            return name;
        }

        Observation at(int epoch) {
            RandomStream random = RandomStream.of(epoch, "copy");
            double[] values = new double[features.size()];
            for (int i = 0; i < values.length; i++) {
                double drawn = 0.5 + random.nextDouble();
                Quantity quantity = features.features().get(i).meaning().quantity();
                values[i] = COSTLESS.contains(quantity) ? 0 : drawn;
            }
            return Specs.observation(features, actions, epoch, values);
        }
    }

    static Stream<Case> policies() {
        RoleSpec.MarketMaker maker = new RoleSpec.MarketMaker(0, 10, 1, 10_000, 0, 60_000_000_000L);
        ActionSpec quotes = Specs.marketMaker(10_000);
        ObservationSpec book = Specs.marketMakerFeatures();
        ObservationSpec route = Specs.arbitrageFeatures("x~y");
        ActionSpec trade = Specs.quantities(-100, 100, "x~y.trade");
        ObservationSpec fund = Specs.features("weight.l1.ETH", "volatility.l1.ETH");
        ActionSpec weight = Specs.quantities(0, 1, "weight.l1.ETH");
        ObservationSpec pools = Specs.providerFeatures("a", "b");
        ActionSpec provided = Specs.quantities(0, 1, "provided.a", "provided.b");
        ObservationSpec risk = Specs.features("equity.a", "scale.a", "drawdown.a");
        ActionSpec scale = Specs.quantities(0, 1, "scale.a");
        return Stream.of(
                new Case("hold", new HoldAgent(), book, quotes),
                new Case("random", new RandomAgent(RandomStream.of(1, "random")), book, quotes),
                new Case(
                        "avellaneda-stoikov",
                        new AvellanedaStoikov(
                                new AvellanedaStoikov.Config(0.1, 1.5, 60, OptionalDouble.empty()),
                                maker,
                                book,
                                quotes),
                        book,
                        quotes),
                new Case(
                        "closed-form-arbitrage",
                        new ClosedFormArbitrage(new ClosedFormArbitrage.Config(0, 0), route, trade, false),
                        route,
                        trade),
                new Case(
                        "closed-form-arbitrage with models",
                        ModelledArbitrageTest.agent(ModelUse.ON, route, trade),
                        route,
                        trade),
                new Case("fees-over-loss", new FeesOverLoss(fees(), pools, provided), pools, provided),
                new Case("merton-band", new MertonBand(merton(), fund, weight), fund, weight),
                new Case("value-at-risk-limits", new ValueAtRiskLimits(limits(), risk, scale), risk, scale));
    }

    private static MertonBand.Config merton() {
        MertonBand.AssetBelief ether = new MertonBand.AssetBelief("ETH", 0.5, OptionalDouble.empty());
        return new MertonBand.Config(3, 0, 0.003, List.of(ether), List.of());
    }

    private static FeesOverLoss.Config fees() {
        return new FeesOverLoss.Config(1, 0.1, 0.1, 0, 1_000_000_000_000_000L, 10);
    }

    private static ValueAtRiskLimits.Config limits() {
        VolatilityRegime.Config regime = new VolatilityRegime.Config(0.8, 0.95, 0.7, 1.5, 1.2, 0.6);
        List<TailLimit> tails = List.of(new TailLimit(0.95, 1, 0.6, 0.9));
        return new ValueAtRiskLimits.Config(RiskMethod.HISTORICAL, tails, 40, regime, 0.9, 0.5, 0.1, 5);
    }

    private static List<Action> decisions(Agent agent, Case of, int from, int to) {
        List<Action> decided = new ArrayList<>();
        for (int epoch = from; epoch < to; epoch++) {
            decided.add(agent.decide(of.at(epoch)));
        }
        return decided;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theCopyDecidesAsTheOriginal(Case of) {
        for (int at : new int[] {0, 1, 15, 45, 200}) {
            decisions(of.agent(), of, 0, at);
            Agent copy = of.agent().copy();
            Agent other = of.agent().copy();
            decisions(other, of, 1_000, 1_050);
            List<Action> original = decisions(of.agent(), of, at, EPOCHS);
            assertThat(decisions(copy, of, at, EPOCHS))
                    .as("copied at epoch %d", at)
                    .isEqualTo(original);
        }
    }

    @Test
    void policiesDecideMoreThanOneThing() {
        policies()
                .filter(of -> !of.name().equals("hold"))
                .forEach(of -> assertThat(
                                decisions(of.agent(), of, 0, EPOCHS).stream().distinct())
                        .as(of.name())
                        .hasSizeGreaterThan(5));
    }

    @Test
    void anAgentThatDoesNotSayHowIsNotCopied() {
        Agent silent = observation -> Action.HOLD;
        assertThatThrownBy(silent::copy)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("does not say how it is copied");
    }
}
