package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.model.DeskReport;
import catallaxy.agents.model.ModelDesk;
import catallaxy.agents.model.ModelPlan;
import catallaxy.agents.model.ModelSettings;
import catallaxy.agents.model.ModelUse;
import catallaxy.agents.testkit.TestAccount;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Decisions with models that watch against those without; what is learned from a scripted account, and what is not. */
final class ModelledArbitrageTest {
    private static final ObservationSpec FEATURES = Specs.arbitrageFeatures("x~y");
    private static final ActionSpec ACTIONS = Specs.quantities(-100_000, 100_000, "x~y.trade");
    private static final RoutePlace.Asset ETH = new RoutePlace.Asset(0, "ETH", 1e18);
    private static final RoutePlace.Asset USDC = new RoutePlace.Asset(1, "USDC", 1e6);
    private static final RouteSite SITE = new RouteSite(
            new RoutePlace("x ETH-USDC", 0, "mainnet", ETH, USDC, false),
            new RoutePlace("y ETH-USDC", 1, "", ETH, USDC, false));
    private static final long SECOND = 1_000_000_000L;

    /** An arbitrageur with models and one route between a chain and an exchange. */
    static ModelledArbitrage agent(ModelUse use, ObservationSpec features, ActionSpec actions) {
        ModelPlan plan = new ModelPlan(use, new ModelSettings(10, 200, 10, 0.8));
        return new ModelledArbitrage(
                new ClosedFormArbitrage.Config(0, 0, plan),
                ArbitrageRoute.of(actions, features, false),
                new RouteSite[] {SITE},
                features.index(Quantity.RISK_SCALE.ofSeat()),
                new ModelDesk(plan));
    }

    /** Two pools of which the first is cheaper by a part, 1 million deep. */
    private static Map<String, Double> pools(double cheaper) {
        Map<String, Double> values = new TreeMap<>();
        values.put("risk_scale", 1.0);
        for (String leg : new String[] {"x~y.a.", "x~y.b."}) {
            double price = leg.contains("a.") ? 2_000 * (1 - cheaper) : 2_000;
            values.put(leg + "price", price);
            values.put(leg + "fee", 0.0005);
            values.put(leg + "reserve_base", 500.0);
            values.put(leg + "reserve_quote", 500 * price);
            values.put(leg + "base_available", 1e3);
            values.put(leg + "quote_available", 1e6);
        }
        return values;
    }

    private static Observation seen(long timeNanos, Map<String, Double> values, TestAccount account) {
        double[] all = new double[FEATURES.size()];
        values.forEach((name, value) -> all[FEATURES.index(name)] = value);
        boolean[] mask = new boolean[ACTIONS.maskSize()];
        Arrays.fill(mask, true);
        return new Observation("mine", 0, timeNanos, FEATURES, all, ACTIONS, mask, account);
    }

    private static TestAccount account(double ethX, double usdcX, double ethY, double usdcY, long fills) {
        return new TestAccount()
                .withBalance(0, 0, units(ethX, 18))
                .withBalance(0, 1, units(usdcX, 6))
                .withBalance(1, 0, units(ethY, 18))
                .withBalance(1, 1, units(usdcY, 6))
                .withCounts(0, fills)
                .withBaseFee(0, 1_000_000_000L);
    }

    private static UInt256 units(double whole, int decimals) {
        return BaseUnits.floor(whole, decimals);
    }

    /** Trades of which the second leg brings less than it promised by so many basis points. */
    private static ModelledArbitrage traded(ModelUse use, int trades, double missingBps) {
        ModelledArbitrage agent = agent(use, FEATURES, ACTIONS);
        RandomStream random = RandomStream.of(1, "gaps");
        double[] held = {100, 1e6, 100, 1e6};
        long time = 0;
        for (int i = 0; i < trades; i++) {
            Map<String, Double> values = pools(0.004 + 0.004 * random.nextDouble());
            Observation now = seen(time, values, account(held[0], held[1], held[2], held[3], 2L * i));
            double spent = Specs.values(agent.decide(now))[0];
            double price = values.getOrDefault("x~y.a.price", 0.0);
            TradingLeg.Pool cheap = new TradingLeg.Pool(500, 500 * price, 0.9995);
            TradingLeg.Pool dear = new TradingLeg.Pool(500, 1_000_000, 0.9995);
            double base = cheap.bought(spent);
            held[0] += base;
            held[1] -= spent;
            held[2] -= base;
            held[3] += dear.proceeds(base) - spent * missingBps / 10_000;
            agent.decide(seen(time + SECOND, pools(0), account(held[0], held[1], held[2], held[3], 2L * i + 2)));
            time += 10 * SECOND;
        }
        return agent;
    }

    private static double score(DeskReport report, int model) {
        return report.models().get(model).groups().getFirst().score().absoluteError();
    }

    @Test
    void whatOnlyWatchesDecidesAsTheClosedForm() {
        ModelledArbitrage watching = agent(ModelUse.WATCH, FEATURES, ACTIONS);
        ClosedFormArbitrage plain =
                new ClosedFormArbitrage(new ClosedFormArbitrage.Config(0, 0), FEATURES, ACTIONS, false);
        for (long seed = 0; seed < 200; seed++) {
            Map<String, Double> values =
                    pools(0.02 * (RandomStream.of(seed, "gap").nextDouble() - 0.5));
            Observation now = seen(seed * SECOND, values, account(100, 1e6, 100, 1e6, seed));
            assertThat(watching.decide(now)).as("seed %d", seed).isEqualTo(plain.decide(now));
        }
    }

    @Test
    void learnsImpactAndShortfallFromItsAccount() {
        DeskReport report = traded(ModelUse.WATCH, 80, 4).report();
        assertThat(report.advice().settled()).isEqualTo(80);
        assertThat(report.advice().discarded()).isZero();
        assertThat(report.models().getFirst().examples()).isEqualTo(160);
        assertThat(score(report, 1)).as("shortfall of 4 bp").isLessThan(0.7);
        assertThat(report.models().get(1).groups().getFirst().score().naiveError())
                .isCloseTo(4, within(0.01));
        assertThat(report.models().getFirst().groups().get(1).score().group()).isEqualTo("x ETH-USDC");
        assertThat(report.models().getFirst().groups().getFirst().score().skill())
                .isPositive();
    }

    @Test
    void refrainsWherePromisesAreNotKept() {
        Observation now = seen(10_000 * SECOND, pools(0.006), account(100, 1e6, 100, 1e6, 1_000));
        assertThat(Specs.values(traded(ModelUse.ON, 60, 0).decide(now))[0]).isPositive();
        assertThat(Specs.values(traded(ModelUse.ON, 60, 60).decide(now))[0]).isZero();
        assertThat(Specs.values(traded(ModelUse.WATCH, 60, 60).decide(now))[0]).isPositive();
    }

    @Test
    void whatOtherMovementsHideIsNotLearned() {
        ModelledArbitrage agent = agent(ModelUse.ON, FEATURES, ACTIONS);
        agent.decide(seen(0, pools(0.01), account(100, 1e6, 100, 1e6, 0)));
        agent.decide(seen(SECOND, pools(0), account(100, 1e6, 100, 8e5, 2)));
        assertThat(agent.report().advice().discarded())
                .as("a transfer took 200,000")
                .isEqualTo(1);
        agent.decide(seen(2 * SECOND, pools(0.01), account(100, 1e6, 100, 1e6, 2)));
        agent.decide(seen(3 * SECOND, pools(0), account(100, 1e6, 100, 1e6, 2)));
        assertThat(agent.report().advice().discarded()).as("never sent").isEqualTo(2);
        assertThat(agent.report().advice().settled()).isZero();
    }

    @Test
    void waitsUntilNothingIsOnItsWay() {
        ModelledArbitrage agent = agent(ModelUse.ON, FEATURES, ACTIONS);
        agent.decide(seen(0, pools(0.01), account(100, 1e6, 100, 1e6, 0)));
        Map<String, Double> pending = pools(0.01);
        pending.put("x~y.pending", 1.0);
        assertThat(Specs.values(agent.decide(seen(SECOND, pending, account(100, 1e6, 100, 1e6, 0))))[0])
                .isZero();
        assertThat(agent.report().advice()).isEqualTo(new DeskReport.AdviceCount(1, 0, 0, 0, 0));
    }
}
