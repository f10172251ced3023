package catallaxy.environment.market.venue.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The closed forms of every kind of pool against the integers that settle, and against what they promise of each other. */
final class PoolCurveTest {
    private static final int SEEDS = 25;

    /** One pool in a ledger of its own. */
    private static final class Bench {
        final Ledger ledger;
        final SharedPool pool;
        final int trader;
        final RandomStream random;

        Bench(EngineSpec market, int seed) {
            MarketEngine engine = MarketEngine.of(market, Kinds.registered(), seed);
            ledger = engine.ledger();
            pool = engine.venue(0, SharedPool.class).orElseThrow();
            trader = ledger.openIssuer("trader");
            random = RandomStream.of(seed, "test/curve");
            for (int i = 0; i < 3; i++) {
                swap(random.nextInt(assets()), 0.2);
            }
        }

        int assets() {
            return pool.assets().size();
        }

        double held(int place) {
            return ledger.toWhole(pool.assets().get(place), pool.balance(place));
        }

        UInt256 units(int place, double whole) {
            double units = whole * ledger.baseUnits(pool.assets().get(place));
            return UInt256.of(new BigDecimal(units).toBigInteger());
        }

        double whole(int place, UInt256 units) {
            return ledger.toWhole(pool.assets().get(place), units);
        }

        /** Swaps up to a part of what is held; what comes out. */
        double swap(int in, double part) {
            int out = (in + 1 + random.nextInt(assets() - 1)) % assets();
            return swapExactly(in, out, part * random.nextDouble() * held(in));
        }

        double swapExactly(int in, int out, double amount) {
            var result = pool.swap(ledger, 0, in, out, units(in, amount), trader, trader);
            assertThat(result.reason()).isEmpty();
            return whole(out, result.amount());
        }

        PoolCurve curve() {
            return pool.curve(ledger);
        }
    }

    private interface Check {
        void of(Bench bench, int in, int out);
    }

    private static void everywhere(Check check) {
        for (int assets = 2; assets <= 3; assets++) {
            for (EngineSpec market : PoolMarkets.all(assets)) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    Bench bench = new Bench(market, seed);
                    int in = bench.random.nextInt(assets);
                    try {
                        check.of(bench, in, (in + 1 + bench.random.nextInt(assets - 1)) % assets);
                    } catch (AssertionError e) {
                        throw new AssertionError(market.venues().getFirst() + ", seed " + seed, e);
                    }
                }
            }
        }
    }

    @Test
    void anOutputIsWhatTheIntegersGive() {
        everywhere((bench, in, out) -> {
            double amount = 0.05 * bench.random.nextDouble() * bench.held(in);
            double quoted = bench.curve().out(in, out, amount);
            assertThat(bench.curve().in(in, out, quoted)).isCloseTo(amount, within(1e-9 * bench.held(in)));
            double given = bench.swapExactly(in, out, amount);
            assertThat(quoted).isCloseTo(given, within(1e-12 * bench.held(out) + 5e-6));
        });
    }

    @Test
    void afterTheInputToARateTheNextUnitGivesThatRate() {
        everywhere((bench, in, out) -> {
            PoolCurve curve = bench.curve();
            double step = 1e-4 * bench.held(in);
            double first = curve.out(in, out, step) / step;
            double rate = first * (0.97 + 0.02 * bench.random.nextDouble());
            double to = curve.inTo(in, out, rate);
            assertThat((curve.out(in, out, to + step) - curve.out(in, out, to - step)) / (2 * step))
                    .isCloseTo(rate, within(1e-5 * rate));
            assertThat(curve.inTo(in, out, 1.2 * first)).isZero();
        });
    }

    @Test
    void theInputForADropLowersThePriceByIt() {
        everywhere((bench, in, out) -> {
            double price = bench.curve().price(in, out);
            double drop = 0.02 * bench.random.nextDouble();
            bench.swapExactly(in, out, bench.curve().inForDrop(in, out, drop));
            assertThat(bench.curve().price(in, out)).isCloseTo(price * (1 - drop), within(1e-6 * price));
        });
    }

    @Test
    void thePriceIsThatOfASmallTradeBeforeItsFee() {
        everywhere((bench, in, out) -> {
            double step = 1e-6 * bench.held(in);
            double rate = bench.curve().out(in, out, step) / step / (1 - bench.pool.feeRate());
            assertThat(rate).isCloseTo(bench.curve().price(in, out), within(1e-4 * rate));
            assertThat(bench.curve().price(in, out) * bench.curve().price(out, in))
                    .isCloseTo(1, within(1e-12));
        });
    }

    private static double worth(double[] balances, double[] prices) {
        return IntStream.range(0, prices.length)
                .mapToDouble(i -> balances[i] * prices[i])
                .sum();
    }

    /** At its own prices a pool is worth what it holds; at others less, and no swap there raises it by more than the swap's fee pays. */
    @Test
    void theWorthIsTheLeastThatSwapsCanLeave() {
        everywhere((bench, in, out) -> {
            double[] own = IntStream.range(0, bench.assets())
                    .mapToDouble(i -> bench.curve().price(i, 0))
                    .toArray();
            double[] held =
                    IntStream.range(0, bench.assets()).mapToDouble(bench::held).toArray();
            double[] there = bench.curve().balancesAt(own);
            for (int i = 0; i < held.length; i++) {
                assertThat(there[i]).isCloseTo(held[i], within(1e-7 * held[i]));
            }
            double[] prices = own.clone();
            prices[in] *= 0.9 + 0.2 * bench.random.nextDouble();
            prices[out] *= 0.9 + 0.2 * bench.random.nextDouble();
            double worth = worth(bench.curve().balancesAt(prices), prices);
            assertThat(worth).isLessThanOrEqualTo(worth(held, prices) * (1 + 1e-12));
            double paid = 0.1 * bench.held(in);
            bench.swapExactly(in, out, paid);
            double after = worth(bench.curve().balancesAt(prices), prices);
            assertThat(after - worth).isBetween(-1e-9 * worth, 1.2 * bench.pool.feeRate() * paid * prices[in]);
        });
    }

    @Test
    void theBalancesAreTheSlopeOfTheWorth() {
        everywhere((bench, in, out) -> {
            double[] prices = IntStream.range(0, bench.assets())
                    .mapToDouble(_ -> 0.8 + 0.4 * bench.random.nextDouble())
                    .toArray();
            double step = 1e-5 * prices[in];
            double[] up = prices.clone();
            double[] down = prices.clone();
            up[in] += step;
            down[in] -= step;
            double slope = (worth(bench.curve().balancesAt(up), up)
                            - worth(bench.curve().balancesAt(down), down))
                    / (2 * step);
            double[] balances = bench.curve().balancesAt(prices);
            assertThat(balances[in]).isCloseTo(slope, within(1e-4 * (balances[in] + bench.held(in))));
        });
    }

    @Test
    void whatIsNotThereIsNotPromised() {
        everywhere((bench, in, out) -> {
            PoolCurve curve = bench.curve();
            assertThat(curve.out(in, out, 0)).isZero();
            assertThat(curve.out(in, out, -1)).isZero();
            assertThat(curve.in(in, out, 0)).isZero();
            assertThat(curve.in(in, out, 2 * bench.held(out))).isInfinite();
            double[] prices = new double[bench.assets()];
            assertThat(curve.balancesAt(prices)[in])
                    .as("without prices, what is held")
                    .isEqualTo(bench.held(in));
        });
    }
}
