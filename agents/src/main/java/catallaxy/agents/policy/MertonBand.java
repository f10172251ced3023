package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.Weighting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The portfolio of Merton 1969 with a no-trade band around it.
 *
 * <pre>
 *   π* = the maximum of  r + π'(μ − r) − ½ γ π'Σπ  over  π ≥ 0, Σ π ≤ 1,     Σ_ij = ρ_ij σ_i σ_j
 *        where neither binds Σ⁻¹ (μ − r) / γ
 *   Δ  = ( 3/(2γ) · π*² (1 − π*)² · ε )^{1/3}        half-width of the band of each asset
 * </pre>
 *
 * <p>μ, r [1/year], σ [1/√year], γ relative risk aversion, ε proportional cost of a trade each way. Merton 1969,
 * https://doi.org/10.2307/1926560; that a band of order ε^{1/3} is optimal: Davis and Norman 1990,
 * https://doi.org/10.1287/moor.15.4.676; its first-order width: Janeček and Shreve 2004,
 * https://doi.org/10.1007/s00780-003-0113-4, and Gerhold, Guasoni, Muhle-Karbe and Schachermayer 2014,
 * https://doi.org/10.1007/s00780-013-0210-y, whose ε is the whole bid-ask spread, here 2 ε.
 *
 * <p>An asset's weight and band are split equally over its sleeves (the chains on which it may be held). A sleeve inside
 * its band keeps the observed weight exactly; outside it goes to the nearest edge, which is the optimal policy under
 * proportional costs.
 *
 * <p>Short positions and debt are ruled out of the problem, not cut from its answer, and so is what no sleeve can hold: with an
 * asset that pays and a poor one that would only hedge it, the one is held for its own variance. An asset of π* = 0 has no
 * band, and neither has the one that takes everything: those weights do not drift.
 *
 * <p>Deviations: each asset has the band of a market with cash and that asset alone; purchases that the sales and the cash do not
 * pay for, because the others keep to the upper halves of their bands, are made smaller in equal shares; fixed costs such as
 * gas are left to the role's smallest trade; a fund that may lend lends a fixed share, and borrows nothing. Where it observes volatilities, it holds for its first 30 epochs: before that the
 * estimate's relative error, 1/√(2n) after n moves, is large enough to buy and sell the whole portfolio for nothing.
 */
public final class MertonBand implements Agent, GrowthOptimal {
    private static final int FEWEST_MOVES = 30;
    private static final double SMALLEST = 1e-100;

    /**
     * Settings.
     *
     * @param gamma        relative risk aversion, positive; 1 is the Kelly investor
     * @param riskFree     r, 1/year
     * @param cost         ε, proportional cost of a trade, fraction in [0, 0.5]; for a pool its fee
     * @param assets       what is believed of each asset; every asset of the seat's sleeves, each once
     * @param correlations of pairs of assets; those not named are 0
     * @param supplied     share of what it holds on the chain of its lending market that it lends there, in [0, 1]
     */
    public record Config(
            double gamma,
            double riskFree,
            double cost,
            List<AssetBelief> assets,
            List<Correlation> correlations,
            double supplied)
            implements PolicySpec {
        /** Settings of who lends nothing. */
        public Config(
                double gamma, double riskFree, double cost, List<AssetBelief> assets, List<Correlation> correlations) {
            this(gamma, riskFree, cost, assets, correlations, 0);
        }

        public Config {
            assets = List.copyOf(assets);
            correlations = List.copyOf(correlations);
            Checks.inRange("gamma", gamma, 1e-6, 1e6);
            Checks.inRange("riskFree", riskFree, -10, 10);
            Checks.inRange("cost", cost, 0, 0.5);
            Checks.inRange("supplied", supplied, 0, 1);
            Checks.that(!assets.isEmpty(), "assets", "at least one", "none");
            Set<String> seen = new LinkedHashSet<>();
            for (AssetBelief asset : assets) {
                Checks.that(seen.add(asset.symbol()), "assets", "each once", asset.symbol() + " twice");
            }
            for (Correlation pair : correlations) {
                Checks.that(seen.contains(pair.first()), "correlations", "one of " + seen, pair.first());
                Checks.that(seen.contains(pair.second()), "correlations", "one of " + seen, pair.second());
            }
            requirePositiveDefinite(assets, correlations);
        }

        private static void requirePositiveDefinite(List<AssetBelief> assets, List<Correlation> correlations) {
            double[] ones = new double[assets.size()];
            Arrays.fill(ones, 1);
            boolean solvable = Cholesky.solve(covariance(assets, correlations, ones), ones).length == ones.length;
            Checks.that(solvable, "correlations", "a positive definite matrix", correlations);
        }

        @Override
        public String policy() {
            return "merton-band";
        }

        @Override
        public Class<?> seat() {
            return Weighting.class;
        }
    }

    /**
     * What is believed of one asset.
     *
     * @param mu    drift of its price, 1/year
     * @param sigma volatility, 1/√year; absent for the observed one
     */
    public record AssetBelief(
            String symbol,
            double mu,
            @Key(absent = "observed") OptionalDouble sigma) {
        public AssetBelief {
            Checks.inRange("mu", mu, -100, 100);
            Checks.inRange("sigma", sigma.orElse(1), 1e-6, 100);
        }
    }

    /** Correlation ρ of the returns of two assets, in (−1, 1). */
    public record Correlation(String first, String second, double rho) {
        public Correlation {
            Checks.that(!first.equals(second), "correlation", "two different assets", first + " twice");
            Checks.inRange("rho", rho, -0.999999, 0.999999);
        }
    }

    private final Config config;
    /** {@code [sleeves]}: the index of its asset, of its observed weight and volatility. */
    private final int[] asset;

    private final int[] weight;
    private final int[] volatility;
    private final int[] sleevesOfAsset;
    /** What is asked of the components after the weights. */
    private final double[] others;

    private final boolean observes;
    private int epochs;

    MertonBand(Config config, AgentContext context) {
        this(config, context.observations(), context.actions());
    }

    MertonBand(Config config, ObservationSpec observations, ActionSpec actions) {
        this.config = config;
        List<ActionComponent> weights = actions.components().stream()
                .filter(component -> component.meaning().quantity().equals(Quantity.WEIGHT))
                .toList();
        others = actions.components().subList(weights.size(), actions.size()).stream()
                .mapToDouble(component -> component.meaning().quantity().equals(Quantity.SUPPLIED)
                        ? config.supplied()
                        : component.neutral())
                .toArray();
        List<Subject.Holding> sleeves = weights.stream()
                .map(component -> (Subject.Holding) component.meaning().subject())
                .toList();
        asset = sleeves.stream().mapToInt(this::assetOf).toArray();
        weight = sleeves.stream()
                .mapToInt(sleeve -> observations.index(Quantity.WEIGHT.of(sleeve)))
                .toArray();
        volatility = sleeves.stream()
                .mapToInt(sleeve -> observations.index(Quantity.VOLATILITY.of(sleeve)))
                .toArray();
        sleevesOfAsset = new int[config.assets().size()];
        IntStream.of(asset).forEach(a -> sleevesOfAsset[a]++);
        observes =
                IntStream.of(asset).anyMatch(a -> config.assets().get(a).sigma().isEmpty());
    }

    private MertonBand(MertonBand of) {
        config = of.config;
        asset = of.asset;
        weight = of.weight;
        volatility = of.volatility;
        sleevesOfAsset = of.sleevesOfAsset;
        others = of.others;
        observes = of.observes;
        epochs = of.epochs;
    }

    @Override
    public MertonBand copy() {
        return new MertonBand(this);
    }

    private int assetOf(Subject.Holding sleeve) {
        for (int i = 0; i < config.assets().size(); i++) {
            if (sleeve.asset().equals(config.assets().get(i).symbol())) {
                return i;
            }
        }
        throw new IllegalArgumentException("assets: expected a belief about the asset of sleeve " + sleeve.id()
                + ", found " + config.assets().stream().map(AssetBelief::symbol).toList());
    }

    @Override
    public Action decide(Observation observation) {
        double[] sigma = volatilities(observation);
        boolean tooEarly = observes && epochs < FEWEST_MOVES;
        epochs++;
        if (tooEarly || !known(sigma)) {
            return Action.HOLD;
        }
        double[] target = targets(sigma);
        double[] observed = IntStream.of(weight).mapToDouble(observation::value).toArray();
        double[] values = new double[asset.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = banded(target[asset[i]], sleevesOfAsset[asset[i]], observed[i]);
        }
        return Action.of(DoubleStream.concat(Arrays.stream(payable(values, observed)), Arrays.stream(others))
                .toArray());
    }

    /** Whether the volatilities are numbers that can be squared. */
    private static boolean known(double[] sigma) {
        return Arrays.stream(sigma).allMatch(each -> each > SMALLEST && each < 1 / SMALLEST);
    }

    /** The weights with purchases no larger than what stays or is sold leaves of 1. */
    private static double[] payable(double[] values, double[] observed) {
        double kept = 0;
        double bought = 0;
        for (int i = 0; i < values.length; i++) {
            kept += Math.min(values[i], observed[i]);
            bought += Math.max(0, values[i] - observed[i]);
        }
        double share = Math.max(0, 1 - kept) / bought;
        for (int i = 0; i < values.length && share < 1; i++) {
            values[i] = Math.min(values[i], observed[i] + share * Math.max(0, values[i] - observed[i]));
        }
        return values;
    }

    private double banded(double piStar, int sleeves, double observed) {
        double low = (piStar - halfWidth(piStar)) / sleeves;
        double high = (piStar + halfWidth(piStar)) / sleeves;
        boolean inside = observed >= low && observed <= high && observed <= 1;
        return inside ? observed : Math.clamp(observed, Math.max(0, low), Math.min(1, high));
    }

    /** Δ of an asset with Merton weight {@code piStar}. */
    double halfWidth(double piStar) {
        double squared = piStar * piStar * (1 - piStar) * (1 - piStar);
        return StrictMath.cbrt(1.5 / config.gamma() * squared * config.cost());
    }

    /** Where it observes volatilities, its weights are known after its first 30 epochs, like those that it acts on. */
    @Override
    public double[] growthOptimal(Observation observation) {
        double[] sigma = volatilities(observation);
        if ((observes && epochs <= FEWEST_MOVES) || !known(sigma)) {
            return new double[0];
        }
        double[] growth = best(sigma, 1);
        return IntStream.of(asset)
                .mapToDouble(a -> growth[a] / sleevesOfAsset[a])
                .toArray();
    }

    /** π* {@code [assets]} for volatilities {@code sigma}. */
    double[] targets(double[] sigma) {
        return best(sigma, config.gamma());
    }

    /** {@code [assets]}: the best weights of those that can be held, 0 of the others. */
    private double[] best(double[] sigma, double gamma) {
        int[] held = IntStream.range(0, sigma.length)
                .filter(a -> sleevesOfAsset[a] > 0)
                .toArray();
        double[][] all = covariance(config.assets(), config.correlations(), sigma);
        double[] excess = new double[held.length];
        double[][] covariance = new double[held.length][held.length];
        for (int i = 0; i < held.length; i++) {
            excess[i] = config.assets().get(held[i]).mu() - config.riskFree();
            for (int j = 0; j < held.length; j++) {
                covariance[i][j] = all[held[i]][held[j]];
            }
        }
        double[] weights = MeanVarianceOptimum.longOnly(excess, covariance, gamma);
        double[] best = new double[sigma.length];
        IntStream.range(0, held.length).forEach(i -> best[held[i]] = weights[i]);
        return best;
    }

    /** σ {@code [assets]}: the believed one, or the mean of the asset's sleeves. */
    private double[] volatilities(Observation observation) {
        double[] sigma = new double[sleevesOfAsset.length];
        for (int i = 0; i < asset.length; i++) {
            sigma[asset[i]] += observation.value(volatility[i]) / sleevesOfAsset[asset[i]];
        }
        for (int a = 0; a < sigma.length; a++) {
            OptionalDouble believed = config.assets().get(a).sigma();
            sigma[a] = believed.isPresent() || sleevesOfAsset[a] == 0 ? believed.orElse(1) : sigma[a];
        }
        return sigma;
    }

    private static double[][] covariance(List<AssetBelief> assets, List<Correlation> correlations, double[] sigma) {
        List<String> symbols = assets.stream().map(AssetBelief::symbol).toList();
        double[][] covariance = new double[sigma.length][sigma.length];
        for (int i = 0; i < sigma.length; i++) {
            covariance[i][i] = sigma[i] * sigma[i];
        }
        for (Correlation pair : correlations) {
            int i = symbols.indexOf(pair.first());
            int j = symbols.indexOf(pair.second());
            covariance[i][j] = pair.rho() * sigma[i] * sigma[j];
            covariance[j][i] = covariance[i][j];
        }
        return covariance;
    }
}
