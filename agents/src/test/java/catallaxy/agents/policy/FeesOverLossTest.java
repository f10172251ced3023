package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider's rule against the deposit that a search finds, and its thresholds. */
class FeesOverLossTest {
    private static final double WEEK = 7 / 365.0;
    private static final ObservationSpec FEATURES = Specs.providerFeatures("a", "b");
    private static final ActionSpec ACTIONS = Specs.quantities(0, 1, "provided.a", "hedge.spot", "provided.b");

    private static FeesOverLoss.Config config(double most, double margin, double hedge) {
        return new FeesOverLoss.Config(most, margin, 0.5, hedge, 7 * 86_400_000_000_000L, 1);
    }

    private static FeesOverLoss.Pool pool(double fees, double loss, double own, double gas) {
        return new FeesOverLoss.Pool(fees, 1e6, loss, own, gas, WEEK);
    }

    @Test
    void noDepositGainsMoreThanTheClosedForm() {
        RandomStream random = RandomStream.of(4, "pools");
        for (int i = 0; i < 200; i++) {
            FeesOverLoss.Pool pool = pool(1e5 * random.nextDouble(), 0.1 * random.nextDouble(), 0, 0);
            double most = 2e6 * random.nextDouble();
            double best = pool.best(most);
            for (double share = 0; share <= 1; share += 0.001) {
                assertThat(pool.gain(share * most)).isLessThanOrEqualTo(pool.gain(best) + 1e-6);
            }
        }
        assertThat(pool(4e4, 0.01, 0, 0).best(1e7)).isCloseTo(1e6, within(1e-6));
        assertThat(pool(0, 0, 0, 0).best(5)).isZero();
        assertThat(pool(1, 0, 0, 0).best(5)).isEqualTo(5);
    }

    @Test
    void depositsOnlyWhereFeesPayForLossAndGas() {
        assertThat(pool(13_000, 0.01, 0, 0).wanted(1e5, 0.2, 0.5)).isEqualTo(1e5);
        assertThat(pool(11_900, 0.01, 0, 0).wanted(1e5, 0.2, 0.5))
                .as("inside the margin")
                .isZero();
        double gain = WEEK * pool(13_000, 0.01, 0, 0).gain(1e5);
        assertThat(pool(13_000, 0.01, 0, 0.99 * gain).wanted(1e5, 0.2, 0.5)).isEqualTo(1e5);
        assertThat(pool(13_000, 0.01, 0, 1.01 * gain).wanted(1e5, 0.2, 0.5))
                .as("not worth its gas")
                .isZero();
        assertThat(pool(9_000, 0.01, 0, 0).wanted(1e5, 0, 0.5)).isZero();
    }

    @Test
    void staysBetweenTheThresholdsAndLeavesBelow() {
        double own = 1e5;
        for (double cover : new double[] {0.81, 0.9, 1, 1.1}) {
            assertThat(pool(cover * 0.01 * 1.1e6, 0.01, own, 20).wanted(own, 0.2, 0.5))
                    .as("cover " + cover)
                    .isEqualTo(own);
        }
        double low = 0.7 * 0.01 * 1.1e6;
        assertThat(pool(low, 0.01, own, 0).wanted(own, 0.2, 0.5)).isZero();
        double saved = -WEEK * pool(low, 0.01, own, 0).gain(own);
        assertThat(pool(low, 0.01, own, 2.02 * saved).wanted(own, 0.2, 0.5))
                .as("gas that is more than what leaving saves")
                .isEqualTo(own);
    }

    @Test
    void growsAndShrinksToTheBestSizeOutsideTheBand() {
        assertThat(pool(4e4, 0.01, 5e5, 0).wanted(1e7, 0.2, 0.5)).isCloseTo(1e6, within(1e-6));
        assertThat(pool(4e4, 0.01, 8e5, 0).wanted(1e7, 0.2, 0.5))
                .as("inside the band")
                .isEqualTo(8e5);
        assertThat(pool(4e4, 0.01, 1.8e6, 0).wanted(1e7, 0.2, 0.5)).isCloseTo(1e6, within(1e-6));
        assertThat(pool(4e4, 0.01, 5e5, 1e9).wanted(1e7, 0.2, 0.5)).isEqualTo(5e5);
    }

    /** A pool that pays is a, one that does not is b; {@code own} is what lies in each. */
    private static Observation seen(double ownA, double ownB, boolean... mask) {
        Map<String, Double> values =
                new LinkedHashMap<>(Map.of("time_remaining", 1e9, "equity", 1e5, "risk_scale", 0.5));
        for (String pool : List.of("a", "b")) {
            double own = pool.equals("a") ? ownA : ownB;
            values.put("depth." + pool, 1e6 + own);
            values.put("position." + pool, own);
            values.put("provided." + pool, own / 5e4);
            values.put("loss_rate." + pool, 0.02);
            values.put("fee_yield." + pool, pool.equals("a") ? 0.05 : 0.01);
        }
        double[] all = new double[FEATURES.size()];
        values.forEach((name, value) -> all[FEATURES.index(name)] = value);
        return new Observation("mine", 0, 0, FEATURES, all, ACTIONS, mask);
    }

    private static double[] second(FeesOverLoss.Config config, Observation now) {
        FeesOverLoss agent = new FeesOverLoss(config, FEATURES, ACTIONS);
        assertThat(agent.decide(now)).as("it only watches at first").isEqualTo(Action.HOLD);
        return Specs.values(agent.decide(now));
    }

    @Test
    void goesWhereItPaysLeavesWhereItDoesNotAndHedges() {
        assertThat(second(config(0.75, 0.2, 1), seen(0, 1e4, true, true, true)))
                .containsExactly(new double[] {0.55, 1, 0}, within(1e-9));
        assertThat(second(config(0.8, 0.2, 0.25), seen(4e4, 0, true, true, true)))
                .containsExactly(0.8, 0.25, 0);
    }

    @Test
    void asksForNothingWhereTheMaskForbidsIt() {
        assertThat(second(config(0.8, 0.2, 1), seen(0, 1e4, false, false, true)))
                .containsExactly(0, 0, 0);
    }

    /** Whoever has nothing, or owes more than it has, asks for nothing. */
    @Test
    void withoutEquityItAsksForNothing() {
        Observation seen = seen(0, 0, true, true, true);
        seen.values()[FEATURES.index("equity")] = -1;
        assertThat(second(config(1, 0.2, 0), seen)).containsExactly(0, 0, 0);
    }
}
