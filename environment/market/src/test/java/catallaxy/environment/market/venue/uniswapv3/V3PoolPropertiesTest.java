package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.TickMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pool keeps over any sequence of operations, looked at after each of them; and that the looks would find it if it did not. */
final class V3PoolPropertiesTest {
    private static final int SEEDS = 25;
    private static final int OPERATIONS = 60;
    private static final int SPACING = 60;

    private static PoolBench start(RandomStream random) {
        int[] fees = {0, 100, 3_000, 10_000};
        PoolBench bench = PoolBench.atOne(fees[random.nextInt(fees.length)], SPACING);
        bench.pool.setFeeProtocol(bench.context(), random.nextBoolean(0.5) ? 0 : 4, random.nextBoolean(0.5) ? 0 : 10);
        bench.pool.mint(
                bench.context(),
                bench.alice,
                -887_220,
                887_220,
                UInt256.of(1 + random.nextLong(1L << 40)),
                bench.from(bench.alice));
        return bench;
    }

    private static UInt256 amount(RandomStream random) {
        return UInt256.ofLimbs(0, 0, random.nextLong() >>> 1, random.nextLong()).shiftRight(80 + random.nextInt(46));
    }

    private static void operate(PoolBench bench, RandomStream random) {
        int who = random.nextBoolean(0.5) ? bench.alice : bench.bob;
        int lower = SPACING * (random.nextInt(40) - 20);
        int upper = lower + SPACING * (1 + random.nextInt(20));
        bench.seconds += random.nextInt(30);
        switch (random.nextInt(6)) {
            case 0 -> bench.pool.mint(bench.context(), who, lower, upper, amount(random), bench.from(who));
            case 1 -> burnSome(bench, random);
            case 2 ->
                bench.pool.flash(
                        bench.context(),
                        UInt256.ZERO,
                        UInt256.ZERO,
                        who,
                        (fee0, fee1) -> bench.from(who).called(amount(random), amount(random)));
            default -> bench.swap(who, random.nextBoolean(0.5), random.nextBoolean(0.5), amount(random));
        }
    }

    private static void burnSome(PoolBench bench, RandomStream random) {
        List<V3PositionKey> keys = new ArrayList<>(bench.pool.positions().keySet());
        V3PositionKey key = keys.get(random.nextInt(keys.size()));
        UInt256 liquidity =
                bench.pool.position(key.owner(), key.lower(), key.upper()).liquidity();
        UInt256 part = random.nextBoolean(0.3) ? liquidity : liquidity.shiftRight(random.nextInt(4));
        bench.pool.burn(bench.context(), key.owner(), key.lower(), key.upper(), part);
        if (random.nextBoolean(0.5)) {
            bench.collect(key.owner(), key.lower(), key.upper());
        }
    }

    /** What is wrong with the sums of liquidity: over all ticks, up to the price, and of the positions at each tick. */
    private static List<String> liquidityFaults(V3Pool pool) {
        List<String> faults = new ArrayList<>();
        TickMap<V3Tick> ticks = pool.storage().ticks();
        Int256 net = Int256.ZERO;
        Int256 inForce = Int256.ZERO;
        for (int rank = 0; rank < ticks.size(); rank++) {
            net = net.plusExact(ticks.value(rank).liquidityNet());
            inForce = ticks.tick(rank) <= pool.tick() ? net : inForce;
            UInt256 gross = UInt256.ZERO;
            for (Map.Entry<V3PositionKey, V3Position> each : pool.positions().entrySet()) {
                int tick = ticks.tick(rank);
                boolean ends = each.getKey().lower() == tick || each.getKey().upper() == tick;
                gross = ends ? gross.plusExact(each.getValue().liquidity()) : gross;
            }
            if (!gross.equals(ticks.value(rank).liquidityGross())) {
                faults.add("gross at " + ticks.tick(rank));
            }
        }
        if (!net.isZero()) {
            faults.add("net sums to " + net);
        }
        if (!inForce.toUnsignedExact().equals(pool.liquidity())) {
            faults.add("in force " + pool.liquidity() + ", summed " + inForce);
        }
        return faults;
    }

    /** Whether a pool could pay everybody who may claim from it, and the protocol, from what it holds. */
    private static boolean isSolvent(PoolBench bench) {
        V3Pool pool = bench.pool.copy();
        Ledger ledger = bench.ledger.copy();
        for (V3PositionKey each : List.copyOf(pool.positions().keySet())) {
            V3Context at = V3Context.of(ledger, bench.seconds);
            UInt256 all =
                    pool.position(each.owner(), each.lower(), each.upper()).liquidity();
            if (!all.isZero()) {
                pool.burn(at, each.owner(), each.lower(), each.upper(), all);
            }
            V3Amounts paid =
                    pool.collect(at, each.owner(), each.lower(), each.upper(), UInt256.MAX, UInt256.MAX, each.owner());
            if (!paid.status().ok()) {
                return false;
            }
        }
        V3State left = pool.storage().state();
        return ledger.balance(pool.account(), 0).isAtLeast(left.protocolFees0())
                && ledger.balance(pool.account(), 1).isAtLeast(left.protocolFees1());
    }

    @Test
    void sumsOfLiquidityAndSolvencyHoldAfterEveryOperation() {
        int crossings = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "pool");
            PoolBench bench = start(random);
            int tick = bench.pool.tick();
            for (int i = 0; i < OPERATIONS; i++) {
                operate(bench, random);
                assertThat(liquidityFaults(bench.pool))
                        .as("seed " + seed + " operation " + i)
                        .isEmpty();
                assertThat(isSolvent(bench))
                        .as("solvent, seed " + seed + " operation " + i)
                        .isTrue();
                crossings += Math.floorDiv(tick, SPACING) == Math.floorDiv(bench.pool.tick(), SPACING) ? 0 : 1;
                tick = bench.pool.tick();
            }
            assertThat(bench.ledger.check().violations()).as("seed " + seed).isEmpty();
        }
        assertThat(crossings).as("moves to another stretch").isGreaterThan(200);
    }

    @Test
    void noRoundTripProfitsTheTrader() {
        for (int seed = 0; seed < 4 * SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "trip");
            PoolBench bench = start(random);
            for (int i = 0; i < 20; i++) {
                operate(bench, random);
            }
            boolean zeroForOne = random.nextBoolean(0.5);
            UInt256 had0 = bench.held(bench.bob, 0);
            UInt256 had1 = bench.held(bench.bob, 1);
            V3Trade there = bench.swap(bench.bob, zeroForOne, random.nextBoolean(0.5), amount(random));
            boolean back = random.nextBoolean(0.5);
            UInt256 rest = back ? there.amountOut() : there.amountIn();
            bench.swap(bench.bob, !zeroForOne, back, rest);
            boolean richer0 = had0.isLessThan(bench.held(bench.bob, 0));
            boolean richer1 = had1.isLessThan(bench.held(bench.bob, 1));
            boolean same0 = had0.equals(bench.held(bench.bob, 0));
            boolean same1 = had1.equals(bench.held(bench.bob, 1));
            assertThat((richer0 && (richer1 || same1)) || (richer1 && same0))
                    .as("seed " + seed)
                    .isFalse();
        }
    }

    @Test
    void whatWasMintedAndBurnedAtOnceIsNeverMore() {
        for (int seed = 0; seed < 8 * SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "deposit");
            PoolBench bench = start(random);
            bench.swap(bench.alice, random.nextBoolean(0.5), true, amount(random));
            int lower = SPACING * (random.nextInt(40) - 20);
            int upper = lower + SPACING * (1 + random.nextInt(20));
            UInt256 liquidity = amount(random).max(UInt256.ONE);
            V3Amounts paid =
                    bench.pool.mint(bench.context(), bench.bob, lower, upper, liquidity, bench.from(bench.bob));
            assertThat(paid.status()).isEqualTo(V3Status.OK);
            V3Amounts back = bench.pool.burn(bench.context(), bench.bob, lower, upper, liquidity);
            for (UInt256[] pair :
                    new UInt256[][] {{paid.amount0(), back.amount0()}, {paid.amount1(), back.amount1()}}) {
                assertThat(pair[0].minusExact(pair[1]).isLessThan(UInt256.of(2)))
                        .isTrue();
            }
        }
    }

    /** A quote is the swap, and what exact input gave costs no more than that input when asked for as an exact output. */
    @Test
    void exactInputAndExactOutputAgree() {
        for (int seed = 0; seed < 4 * SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "quote");
            PoolBench bench = start(random);
            for (int i = 0; i < 10; i++) {
                operate(bench, random);
            }
            boolean zeroForOne = random.nextBoolean(0.5);
            UInt256 limit = V3Pool.farthestLimit(zeroForOne);
            V3Trade in = bench.pool.quote(zeroForOne, true, amount(random), limit);
            if (in.status().ok() && !in.amountOut().isZero()) {
                V3Trade out = bench.pool.quote(zeroForOne, false, in.amountOut(), limit);
                assertThat(out.amountOut()).isEqualTo(in.amountOut());
                assertThat(in.amountIn().isAtLeast(out.amountIn()))
                        .as("seed " + seed)
                        .isTrue();
                assertThat(bench.swap(bench.bob, zeroForOne, true, in.amountIn())
                                .amountOut())
                        .isEqualTo(in.amountOut());
            }
        }
    }

    @Test
    void plantedFaultsAreFound() {
        PoolBench bench = start(RandomStream.of(1, "fault"));
        bench.mint(bench.bob, -600, 600, 1_000_000_000L);
        assertThat(isSolvent(bench)).isTrue();
        bench.ledger.transfer(bench.pool.account(), bench.bob, 1, UInt256.of(3));
        assertThat(isSolvent(bench)).isFalse();
        V3Storage storage = bench.pool.storage();
        V3Tick tick = storage.ticks().value(1);
        storage.setTick(
                storage.ticks().tick(1),
                tick.withLiquidity(tick.liquidityGross(), tick.liquidityNet().plusExact(Int256.ONE)),
                new Undo());
        assertThat(liquidityFaults(bench.pool)).hasSize(2).first().asString().startsWith("net sums to 1");
    }
}
