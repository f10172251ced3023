package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.Providing;
import java.util.stream.IntStream;

/**
 * The liquidity provider that deposits where fees pay for the loss versus rebalancing.
 *
 * <pre>
 *   G(d) = d (F / (D + d) − ℓ)         expected gain of a deposit d over rebalancing, quote units a year
 *   d*   = √(F D / ℓ) − D              the deposit that gains most: beyond it its own depth dilutes the fees too far
 * </pre>
 *
 * <p>F the pool's fee income [quote/year], D the worth of what others have in it, ℓ the expected loss versus rebalancing per unit of
 * worth [1/year], σ²/8 of a constant product: Milionis, Moallemi, Roughgarden and Zhang 2022, https://arxiv.org/abs/2208.06046. d* is
 * where G' = 0 while F does not depend on the depth. With T the time to the horizon, c the gas of a deposit and its withdrawal, d what
 * lies in the pool and b = d* within [0, most · equity]:
 *
 * <pre>
 *   deposit to b    from d = 0     if F / D ≥ (1 + m) ℓ and T G(b) &gt; c
 *   move to b       from d &gt; 0    if b is beyond [d / (1 + w), d (1 + w)] and T (G(b) − G(d)) &gt; c
 *   withdraw all    from d &gt; 0    if F / (D + d) ≤ (1 − m) ℓ and −T G(d) &gt; c / 2
 * </pre>
 *
 * <p>Otherwise it leaves the pool as it is: between the two thresholds lies the hysteresis, so that an estimate's flicker costs no gas.
 *
 * <p>Deviations: F and ℓ are the observed exponential means, for which it waits its first epochs; all of F is taken to be diluted by a
 * deposit, though what arbitrageurs pay grows with the depth, which errs towards small deposits; what is deposited in several pools is
 * cut to {@code most} in the order of the pools, and not to equal marginal gains; the swap that gets the pool's ratio is left to
 * the margin m.
 */
public final class FeesOverLoss implements Agent {
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;

    /**
     * Settings.
     *
     * @param most          largest share of the equity in pools together, in [0, 1]
     * @param margin        m, by which fees have to be above the loss for a deposit, and below it for a withdrawal, in [0, 1)
     * @param band          w, by which a deposit may be off its best size, at least 0
     * @param hedge         share of the change in its holdings that it undoes at each decision, in [0, 1]; 0 where the seat has no
     *                      hedges
     * @param horizonNanos  T at most; less towards the end of the run
     * @param patience      epochs that it only watches, at least 1
     */
    public record Config(double most, double margin, double band, double hedge, long horizonNanos, int patience)
            implements PolicySpec {
        public Config {
            Checks.inRange("most", most, 0, 1);
            Checks.inRange("margin", margin, 0, 0.999);
            Checks.inRange("band", band, 0, 1e6);
            Checks.inRange("hedge", hedge, 0, 1);
            Checks.inRange("horizonNanos", horizonNanos, 1_000_000_000L, Long.MAX_VALUE);
            Checks.inRange("patience", patience, 1, 1_000_000);
        }

        @Override
        public String policy() {
            return "fees-over-loss";
        }

        @Override
        public Class<?> seat() {
            return Providing.class;
        }
    }

    /** Where in an observation the features of a pool are. */
    private record Indices(int provided, int position, int depth, int feeYield, int lossRate, int gas) {
        static Indices of(ObservationSpec observed, Subject pool) {
            return new Indices(
                    observed.index(Quantity.PROVIDED.of(pool)),
                    observed.index(Quantity.POSITION.of(pool)),
                    observed.index(Quantity.DEPTH.of(pool)),
                    observed.index(Quantity.FEE_YIELD.of(pool)),
                    observed.index(Quantity.LOSS_RATE.of(pool)),
                    observed.index(Quantity.DEPOSIT_GAS.of(pool)));
        }
    }

    /**
     * A pool as it is seen, quote units and years.
     *
     * @param fees    F
     * @param others  D
     * @param loss    ℓ
     * @param own     d
     * @param gas     c
     * @param horizon T
     */
    record Pool(double fees, double others, double loss, double own, double gas, double horizon) {
        /** G(d). */
        double gain(double deposit) {
            return deposit == 0 ? 0 : deposit * (fees / (others + deposit) - loss);
        }

        /** d*, cut to [0, {@code most}]; all of it where nothing is lost. */
        double best(double most) {
            double best = loss > 0 ? Math.sqrt(Math.max(0, fees * others) / loss) - others : fees > 0 ? most : 0;
            return Math.clamp(best, 0, most);
        }

        /** The deposit that is asked for: {@code own} where nothing is to change. */
        double wanted(double most, double margin, double band) {
            double best = best(most);
            if (own == 0) {
                boolean pays = fees >= (1 + margin) * loss * others && horizon * gain(best) > gas;
                return pays ? best : 0;
            }
            if (fees <= (1 - margin) * loss * (others + own)) {
                return -horizon * gain(own) > gas / 2 ? 0 : own;
            }
            boolean off = best > own * (1 + band) || (best > 0 && best < own / (1 + band));
            return off && horizon * (gain(best) - gain(own)) > gas ? best : own;
        }
    }

    private final Config config;
    private final ActionSpec actions;
    private final Indices[] pools;
    private int epochs;

    FeesOverLoss(Config config, AgentContext context) {
        this(config, context.observations(), context.actions());
    }

    FeesOverLoss(Config config, ObservationSpec observations, ActionSpec actions) {
        this.config = config;
        this.actions = actions;
        this.pools = actions.components().stream()
                .map(component -> component.meaning())
                .filter(meaning -> meaning.quantity().equals(Quantity.PROVIDED))
                .map(Meaning::subject)
                .map(pool -> Indices.of(observations, pool))
                .toArray(Indices[]::new);
    }

    private FeesOverLoss(FeesOverLoss of) {
        config = of.config;
        actions = of.actions;
        pools = of.pools;
        epochs = of.epochs;
    }

    @Override
    public FeesOverLoss copy() {
        return new FeesOverLoss(this);
    }

    @Override
    public Action decide(Observation now) {
        epochs++;
        if (epochs <= config.patience()) {
            return Action.HOLD;
        }
        double allotted = now.value("equity") * now.value("risk_scale");
        double[] values = new double[actions.size()];
        double room = config.most()
                - IntStream.range(0, pools.length)
                        .mapToDouble(i -> now.value(pools[i].provided()))
                        .sum();
        int pool = 0;
        for (int i = 0; i < values.length; i++) {
            Quantity quantity = actions.components().get(i).meaning().quantity();
            double wanted = config.hedge();
            if (quantity.equals(Quantity.PROVIDED)) {
                wanted = target(now, pools[pool], allotted, Math.max(0, room));
                room -= wanted - now.value(pools[pool].provided());
                pool++;
            }
            values[i] = now.mask()[i] ? wanted : 0;
        }
        return Action.of(values);
    }

    /** The share of the equity that it wants in a pool, of which there may be {@code room} more; the observed one for no change. */
    private double target(Observation now, Indices pool, double allotted, double room) {
        double standing = now.value(pool.provided());
        double own = now.value(pool.position());
        if (!(allotted > 0)) {
            return Math.clamp(standing, 0, 1);
        }
        double wanted = seen(now, pool).wanted(own + room * allotted, config.margin(), config.band());
        return Math.clamp(wanted == own ? standing : wanted / allotted, 0, 1);
    }

    private Pool seen(Observation now, Indices pool) {
        double depth = now.value(pool.depth());
        double own = now.value(pool.position());
        double seconds = Math.min(config.horizonNanos() / 1e9, now.value("time_remaining"));
        return new Pool(
                Math.max(0, now.value(pool.feeYield()) * depth),
                Math.max(0, depth - own),
                now.value(pool.lossRate()),
                own,
                now.value(pool.gas()),
                seconds / SECONDS_PER_YEAR);
    }
}
