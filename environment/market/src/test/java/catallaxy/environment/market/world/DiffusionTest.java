package catallaxy.environment.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulated processes against their distributions. */
class DiffusionTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final double DAYS_PER_YEAR = 365;
    private static final long[] SEEDS = {1, 2, 3, 4, 5};
    private static final double SIGMAS = 5;
    private static final RegimeSpec CALM = new RegimeSpec("calm", 0, 0.5, 0, 1);
    private static final RegimeSpec BUSY = new RegimeSpec("busy", 0, 1, 1, 2);
    private static final RegimeSpec STORM = new RegimeSpec("storm", 0, 3, 10, 5);
    private static final List<List<Double>> RATES =
            List.of(List.of(0.0, 1.0, 0.2), List.of(2.0, 0.0, 1.0), List.of(0.5, 3.0, 0.0));

    @Test
    void drawsLogReturnsWithTheMeanAndVarianceOfTheProcess() {
        double drift = 0.3;
        double sigma = 0.8;
        for (long seed : SEEDS) {
            World world =
                    World.of(WorldSpec.independent(DAY, List.of(new DiffusionSpec("BTC", 100, drift, sigma))), seed);
            Sample returns = new Sample();
            Sample squares = new Sample();
            double mean = (drift - sigma * sigma / 2) / DAYS_PER_YEAR;
            for (int i = 0; i < 50_000; i++) {
                double deviation = logReturn(world, 0) - mean;
                returns.add(deviation);
                squares.add(deviation * deviation);
            }
            assertThat(returns.sigmasFrom(0)).as("mean, seed %d", seed).isLessThan(SIGMAS);
            assertThat(squares.sigmasFrom(sigma * sigma / DAYS_PER_YEAR))
                    .as("variance, seed %d", seed)
                    .isLessThan(SIGMAS);
        }
    }

    @Test
    void correlatesTheLogReturns() {
        double[][] rho = {{1, 0.8, -0.3}, {0.8, 1, 0.1}, {-0.3, 0.1, 1}};
        WorldSpec spec = correlated(List.of(gbm("A", 0.5), gbm("B", 1.0), gbm("C", 0.2)), rho);
        double[] sigma = {0.5, 1.0, 0.2};
        for (long seed : SEEDS) {
            World world = World.of(spec, seed);
            Sample[][] products = new Sample[3][3];
            for (int step = 0; step < 20_000; step++) {
                addProducts(products, standardised(world, sigma));
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(products[i][j].sigmasFrom(rho[i][j]))
                            .as("%d %d, seed %d", i, j, seed)
                            .isLessThan(SIGMAS);
                }
            }
        }
    }

    private static double[] standardised(World world, double[] sigma) {
        double[] before = prices(world);
        world.advance();
        double[] z = new double[sigma.length];
        for (int i = 0; i < z.length; i++) {
            double variance = sigma[i] * sigma[i] / DAYS_PER_YEAR;
            z[i] = (Math.log(world.price(i) / before[i]) + variance / 2) / Math.sqrt(variance);
        }
        return z;
    }

    private static void addProducts(Sample[][] products, double[] z) {
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                products[i][j] = products[i][j] == null ? new Sample() : products[i][j];
                products[i][j].add(z[i] * z[j]);
            }
        }
    }

    @Test
    void jumpsAtPoissonTimesWithNormalSizes() {
        JumpSpec jumps = new JumpSpec(36.5, -0.05, 0.1, 0, false);
        WorldSpec spec = WorldSpec.independent(DAY, List.of(new DiffusionSpec("A", 100, 0, 0, jumps)));
        for (long seed : SEEDS) {
            World world = World.of(spec, seed);
            Sample jumped = new Sample();
            Sample moves = new Sample();
            Sample squares = new Sample();
            for (int i = 0; i < 50_000; i++) {
                double move = logReturn(world, 0);
                jumped.add(move == 0 ? 0 : 1);
                moves.add(move);
                squares.add((move + 0.005) * (move + 0.005));
            }
            assertThat(jumped.sigmasFrom(1 - Math.exp(-0.1)))
                    .as("days, seed %d", seed)
                    .isLessThan(SIGMAS);
            assertThat(moves.sigmasFrom(0.1 * -0.05)).as("mean, seed %d", seed).isLessThan(SIGMAS);
            assertThat(squares.sigmasFrom(0.1 * jumps.meanSquaredLogJump()))
                    .as("variance, seed %d", seed)
                    .isLessThan(SIGMAS);
        }
    }

    /** Both assets take part in a share of the common jumps, with one normal draw between them. */
    @Test
    void sharesCommonJumps() {
        DiffusionSpec always = new DiffusionSpec("A", 1, 0, 0, new JumpSpec(0, -0.1, 0.05, 1, false));
        DiffusionSpec half = new DiffusionSpec("B", 1, 0, 0, new JumpSpec(0, -0.2, 0.10, 0.5, false));
        WorldSpec spec = new WorldSpec(
                DAY,
                List.of(always, half),
                CorrelationSpec.identity(2),
                RegimeChainSpec.CONSTANT,
                3.65,
                List.of(),
                ReplayClockSpec.UNUSED);
        World world = World.of(spec, 7);
        Sample first = new Sample();
        Sample second = new Sample();
        int doubled = 0;
        for (int i = 0; i < 100_000; i++) {
            double[] before = prices(world);
            world.advance();
            double a = Math.log(world.price(0) / before[0]);
            double b = Math.log(world.price(1) / before[1]);
            assertThat(b == 0 || a != 0).isTrue();
            doubled += b != 0 && Math.abs(b - 2 * a) < 1e-9 ? 1 : 0;
            first.add(a == 0 ? 0 : 1);
            second.add(b == 0 ? 0 : 1);
        }
        assertThat(first.sigmasFrom(1 - Math.exp(-0.01))).isLessThan(SIGMAS);
        assertThat(second.sigmasFrom(1 - Math.exp(-0.005))).isLessThan(SIGMAS);
        assertThat(doubled).isGreaterThan((int) (0.98 * second.mean() * 100_000));
    }

    @Test
    void occupiesRegimesAsTheStationaryDistributionSays() {
        double[] stationary = stationary();
        Sample[] occupation = {new Sample(), new Sample(), new Sample()};
        Sample variance = new Sample();
        for (int seed = 0; seed < 60; seed++) {
            World world = World.of(switching(0, JumpSpec.NONE), seed);
            int[] visits = new int[3];
            double squares = 0;
            for (int i = 0; i < 2_000; i++) {
                double move = logReturn(world, 0);
                squares += move * move;
                visits[world.regimeIndex()]++;
            }
            variance.add(squares / 2_000 * DAYS_PER_YEAR / 2);
            for (int r = 0; r < 3; r++) {
                occupation[r].add(visits[r] / 2_000.0);
            }
        }
        for (int r = 0; r < 3; r++) {
            assertThat(occupation[r].sigmasFrom(stationary[r]))
                    .as("regime %d", r)
                    .isLessThan(4);
        }
        double expected = 0.25 * (stationary[0] * 0.25 + stationary[1] + stationary[2] * 9);
        assertThat(variance.sigmasFrom(expected)).as("variance over regimes").isLessThan(4);
    }

    /** Power iteration of the chain's small-step matrix. */
    private static double[] stationary() {
        double[] p = {1, 0, 0};
        for (int n = 0; n < 20_000; n++) {
            double[] next = p.clone();
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double flow = 0.01 * RATES.get(i).get(j) * p[i];
                    next[i] -= flow;
                    next[j] += flow;
                }
            }
            p = next;
        }
        return p;
    }

    @Test
    void isAMartingaleWithoutDriftAndWithCompensatedJumps() {
        Sample compensated = finalPrices(new JumpSpec(20, -0.06, 0.1, 0.5, true), 0);
        assertThat(compensated.sigmasFrom(1)).isLessThan(SIGMAS);
        Sample uncompensated = finalPrices(new JumpSpec(20, -0.06, 0.1, 0.5, false), 0);
        assertThat(uncompensated.sigmasFrom(1))
                .as("the control: a real drift is seen")
                .isGreaterThan(SIGMAS);
        Sample drifting = finalPrices(new JumpSpec(20, -0.06, 0.1, 0.5, true), 0.8);
        assertThat(drifting.sigmasFrom(Math.exp(0.8 * 60 / DAYS_PER_YEAR))).isLessThan(SIGMAS);
    }

    private static Sample finalPrices(JumpSpec jumps, double drift) {
        Sample prices = new Sample();
        WorldSpec spec = switching(drift, jumps);
        for (int seed = 0; seed < 8_000; seed++) {
            World world = World.of(spec, seed);
            for (int i = 0; i < 30; i++) {
                world.advance();
            }
            prices.add(world.price(0));
        }
        return prices;
    }

    /** Exactness at any step: the same variance after 64 days in one step or in 64. */
    @Test
    void doesNotDependOnTheStepInDistribution() {
        for (long step : new long[] {DAY, 64 * DAY}) {
            RegimeChainSpec chain = new RegimeChainSpec(List.of(CALM, BUSY, STORM), RATES, "busy");
            WorldSpec spec = new WorldSpec(
                    step,
                    List.of(gbm("A", 0.5)),
                    CorrelationSpec.identity(1),
                    chain,
                    0,
                    List.of(),
                    ReplayClockSpec.UNUSED);
            Sample squares = new Sample();
            for (int seed = 0; seed < 3_000; seed++) {
                World world = World.of(spec, seed);
                while (world.timeNanos() < 64 * DAY) {
                    world.advance();
                }
                double move = Math.log(world.price(0) / 100);
                squares.add(move * move);
            }
            double[] p = stationary();
            double expected = 0.25 * (p[0] * 0.25 + p[1] + p[2] * 9) * 64 / DAYS_PER_YEAR;
            assertThat(squares.mean()).as("step %d", step).isBetween(expected * 0.85, expected * 1.15);
        }
    }

    @Test
    void tellsVolatilityWithAndWithoutJumps() {
        RegimeChainSpec storm = new RegimeChainSpec(List.of(STORM), List.of(List.of(0.0)), "storm");
        DiffusionSpec asset = new DiffusionSpec("A", 1, 0, 0.5, new JumpSpec(10, 0.03, 0.04, 0.5, true));
        WorldSpec spec = new WorldSpec(
                DAY, List.of(asset), CorrelationSpec.identity(1), storm, 4, List.of(), ReplayClockSpec.UNUSED);
        World world = World.of(spec, 1);
        assertThat(world.volatility(0)).isEqualTo(1.5);
        assertThat(world.totalVolatility(0)).isEqualTo(Math.sqrt(2.25 + 12 * 10 * 0.0025));
    }

    @Test
    void stopsWhereAPriceLeavesTheRangeOfADouble() {
        World world = World.of(WorldSpec.independent(365 * DAY, List.of(new DiffusionSpec("BOOM", 1, 1000, 0))), 1);
        assertThatThrownBy(world::advance)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("BOOM");
    }

    private static WorldSpec switching(double drift, JumpSpec jumps) {
        return new WorldSpec(
                2 * DAY,
                List.of(new DiffusionSpec("A", 1, drift, 0.5, jumps)),
                CorrelationSpec.identity(1),
                new RegimeChainSpec(List.of(CALM, BUSY, STORM), RATES, "busy"),
                4,
                List.of(),
                ReplayClockSpec.UNUSED);
    }

    private static WorldSpec correlated(List<PriceSpec> assets, double[][] rho) {
        List<List<Double>> rows = Arrays.stream(rho)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new WorldSpec(
                DAY, assets, new CorrelationSpec(rows), RegimeChainSpec.CONSTANT, 0, List.of(), ReplayClockSpec.UNUSED);
    }

    private static DiffusionSpec gbm(String name, double sigma) {
        return new DiffusionSpec(name, 100, 0, sigma);
    }

    private static double logReturn(World world, int asset) {
        double before = world.price(asset);
        world.advance();
        return Math.log(world.price(asset) / before);
    }

    private static double[] prices(World world) {
        double[] prices = new double[world.spec().assets().size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = world.price(i);
        }
        return prices;
    }
}
