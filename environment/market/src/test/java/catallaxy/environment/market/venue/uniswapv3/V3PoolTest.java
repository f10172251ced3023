package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations one by one: what the deployed pool was seen to do, and each reason with which it reverts. */
final class V3PoolTest {
    private static final long MANY = 1_000_000_000_000L;

    @Test
    void oneUnitIsTakenWholeAndMovesNothing() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -600, 600, MANY);
        V3Trade one = bench.sell(bench.bob, true, 1);
        assertThat(one).isEqualTo(new V3Trade(V3Status.OK, UInt256.ONE, UInt256.ZERO, 0));
        assertThat(bench.pool.sqrtPriceX96()).isEqualTo(PoolBench.ONE_X96);
        assertThat(bench.pool.storage().state().feeGrowth0X128().isZero()).isFalse();
        V3Trade two = bench.sell(bench.bob, true, 2);
        assertThat(two.amountOut()).isEqualTo(UInt256.ZERO);
        assertThat(bench.pool.sqrtPriceX96().isLessThan(PoolBench.ONE_X96)).isTrue();
    }

    @Test
    void aPositionWithoutLiquidityCannotBePoked() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        assertThat(bench.burn(bench.alice, -60, 60, 0).status()).isEqualTo(V3Status.NO_POSITION);
        bench.mint(bench.alice, -60, 60, MANY);
        bench.sell(bench.bob, true, 1_000_000);
        assertThat(bench.burn(bench.alice, -60, 60, 0)).isEqualTo(V3Amounts.of(UInt256.ZERO, UInt256.ZERO));
        assertThat(bench.pool.position(bench.alice, -60, 60).owed0()).isEqualTo(UInt256.of(2_999));
        bench.burn(bench.alice, -60, 60, MANY);
        assertThat(bench.burn(bench.alice, -60, 60, 0).status()).isEqualTo(V3Status.NO_POSITION);
        assertThat(bench.pool.storage().ticks().size()).as("emptied ticks").isZero();
    }

    @Test
    void everyCheckOfAMintHasItsReason() {
        PoolBench raw = new PoolBench(3_000, 60);
        assertThat(raw.mint(raw.alice, -60, 60, 1).status()).isEqualTo(V3Status.LOCKED);
        assertThat(raw.pool.initialize(raw.context(), UInt256.ONE)).isEqualTo(V3Status.PRICE_OUT_OF_RANGE);
        PoolBench bench = PoolBench.atOne(3_000, 60);
        assertThat(bench.pool.initialize(bench.context(), PoolBench.ONE_X96)).isEqualTo(V3Status.ALREADY_INITIALISED);
        List<Long> before = bench.image();
        assertThat(bench.mint(bench.alice, -60, 60, 0).status()).isEqualTo(V3Status.EMPTY);
        assertThat(bench.mint(bench.alice, 60, 60, 1).status()).isEqualTo(V3Status.TICKS_MISORDERED);
        assertThat(bench.mint(bench.alice, -887_280, 60, 1).status()).isEqualTo(V3Status.TICK_TOO_LOW);
        assertThat(bench.mint(bench.alice, -60, 887_280, 1).status()).isEqualTo(V3Status.TICK_TOO_HIGH);
        assertThat(bench.mint(bench.alice, -61, 60, 1).status()).isEqualTo(V3Status.EMPTY);
        UInt256 most = V3Storage.maxLiquidityPerTick(60);
        UInt256 tooMuch = most.plusExact(UInt256.ONE);
        assertThat(bench.pool
                        .mint(bench.context(), bench.alice, -60, 60, tooMuch, bench.from(bench.alice))
                        .status())
                .isEqualTo(V3Status.TOO_MUCH_LIQUIDITY_AT_TICK);
        assertThat(bench.pool
                        .mint(bench.context(), bench.alice, -60, 60, UInt256.powerOfTwo(127), bench.from(bench.alice))
                        .status())
                .isEqualTo(V3Status.EMPTY);
        V3Amounts unpaid = bench.pool.mint(bench.context(), bench.alice, -60, 60, most, (a, b) -> V3Status.OK);
        assertThat(unpaid.status()).isEqualTo(V3Status.UNPAID_0);
        V3Amounts half = bench.pool.mint(bench.context(), bench.alice, -60, 60, most, (owed0, owed1) -> {
            bench.ledger.transfer(bench.alice, bench.pool.account(), 0, owed0);
            return V3Status.OK;
        });
        assertThat(half.status()).isEqualTo(V3Status.UNPAID_1);
        assertThat(bench.image()).as("after reverts").isEqualTo(before);
    }

    @Test
    void everyCheckOfASwapHasItsReason() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -60, 60, MANY);
        List<Long> before = bench.image();
        UInt256 price = PoolBench.ONE_X96;
        assertThat(bench.pool.quote(true, true, UInt256.ZERO, price).status()).isEqualTo(V3Status.AMOUNT_ZERO);
        assertThat(bench.pool.quote(true, true, UInt256.ONE, price).status()).isEqualTo(V3Status.PRICE_LIMIT);
        assertThat(bench.pool.quote(false, true, UInt256.ONE, price).status()).isEqualTo(V3Status.PRICE_LIMIT);
        assertThat(bench.pool
                        .quote(true, true, UInt256.ONE, TickMath.MIN_SQRT_RATIO)
                        .status())
                .isEqualTo(V3Status.PRICE_LIMIT);
        assertThat(bench.pool
                        .quote(false, true, UInt256.ONE, TickMath.MAX_SQRT_RATIO)
                        .status())
                .isEqualTo(V3Status.PRICE_LIMIT);
        V3Trade unpaid = bench.pool.swap(
                bench.context(),
                true,
                true,
                UInt256.of(1_000),
                V3Pool.farthestLimit(true),
                bench.bob,
                (owed0, owed1) -> V3Status.OK);
        assertThat(unpaid).isEqualTo(V3Trade.reverted(V3Status.INSUFFICIENT_INPUT));
        assertThat(bench.image()).as("after reverts").isEqualTo(before);
    }

    @Test
    void whoIsCalledBackFindsThePoolLocked() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -60, 60, MANY);
        List<V3Status> inside = new ArrayList<>();
        V3Amounts paid = bench.pool.flash(bench.context(), UInt256.of(1_000), UInt256.ZERO, bench.bob, (fee0, fee1) -> {
            inside.add(bench.sell(bench.bob, true, 5).status());
            inside.add(bench.mint(bench.bob, -60, 60, 5).status());
            inside.add(bench.burn(bench.bob, -60, 60, 5).status());
            inside.add(bench.collect(bench.bob, -60, 60).status());
            bench.ledger.transfer(bench.bob, bench.pool.account(), 0, UInt256.of(1_000));
            return bench.from(bench.bob).called(fee0, fee1);
        });
        assertThat(paid).isEqualTo(V3Amounts.of(UInt256.of(3), UInt256.ZERO));
        assertThat(inside).hasSize(4).containsOnly(V3Status.LOCKED);
        assertThat(bench.sell(bench.bob, true, 5).status()).isEqualTo(V3Status.OK);
    }

    @Test
    void aFlashThatIsNotPaidBackChangesNothing() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        assertThat(bench.pool
                        .flash(bench.context(), UInt256.ONE, UInt256.ZERO, bench.bob, (a, b) -> V3Status.OK)
                        .status())
                .isEqualTo(V3Status.NO_LIQUIDITY);
        bench.mint(bench.alice, -60, 60, MANY);
        List<Long> before = bench.image();
        UInt256 some = UInt256.of(1_000);
        for (V3Status expected : new V3Status[] {V3Status.FLASH_UNPAID_0, V3Status.FLASH_UNPAID_1}) {
            boolean first = expected == V3Status.FLASH_UNPAID_0;
            V3Amounts paid = bench.pool.flash(bench.context(), some, some, bench.bob, (fee0, fee1) -> {
                bench.ledger.transfer(bench.bob, bench.pool.account(), 0, first ? some : some.plusExact(fee0));
                bench.ledger.transfer(bench.bob, bench.pool.account(), 1, some);
                return V3Status.OK;
            });
            assertThat(paid).isEqualTo(V3Amounts.reverted(expected));
        }
        V3Amounts beyond =
                bench.pool.flash(bench.context(), UInt256.powerOfTwo(80), some, bench.bob, (a, b) -> V3Status.OK);
        assertThat(beyond.status()).isEqualTo(V3Status.TRANSFER_FAILED);
        assertThat(bench.image()).as("after reverts").isEqualTo(before);
    }

    @Test
    void theProtocolCollectsItsPartLessOneUnit() {
        PoolBench bench = PoolBench.atOne(10_000, 200);
        bench.mint(bench.alice, -2_000, 2_000, MANY);
        assertThat(bench.pool.setFeeProtocol(bench.context(), 3, 4)).isEqualTo(V3Status.EMPTY);
        assertThat(bench.pool.setFeeProtocol(bench.context(), 4, 11)).isEqualTo(V3Status.EMPTY);
        assertThat(bench.pool.setFeeProtocol(bench.context(), 4, 10)).isEqualTo(V3Status.OK);
        bench.sell(bench.bob, true, 400_000);
        bench.sell(bench.bob, false, 400_000);
        UInt256 had = bench.held(bench.alice, 0);
        V3Amounts paid = bench.pool.collectProtocol(bench.context(), UInt256.MAX, UInt256.of(150), bench.alice);
        assertThat(paid).isEqualTo(V3Amounts.of(UInt256.of(999), UInt256.of(150)));
        assertThat(bench.held(bench.alice, 0).minusExact(had)).isEqualTo(UInt256.of(999));
        V3State left = bench.pool.storage().state();
        assertThat(left.protocolFees0()).isEqualTo(UInt256.ONE);
        assertThat(left.protocolFees1()).isEqualTo(UInt256.of(250));
    }

    @Test
    void whatWasDoneCanBeTakenBackLater() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -60, 60, MANY);
        bench.mint(bench.alice, -600, 600, MANY);
        bench.pool.increaseObservationCardinalityNext(bench.context(), 5);
        byte[] before = bytes(bench.pool);
        Undo undo = new Undo();
        bench.seconds += 12;
        V3Context at = new V3Context(bench.ledger, bench.seconds, undo);
        V3Trade crossing = bench.pool.swap(
                at,
                true,
                true,
                UInt256.of(10_000_000_000L),
                V3Pool.farthestLimit(true),
                bench.bob,
                bench.from(bench.bob));
        assertThat(crossing.crossed()).isEqualTo(1);
        bench.pool.burn(at, bench.alice, -600, 600, UInt256.of(MANY));
        bench.pool.mint(at, bench.bob, -1_200, 1_200, UInt256.of(MANY), bench.from(bench.bob));
        bench.pool.collect(at, bench.alice, -600, 600, UInt256.MAX, UInt256.MAX, bench.alice);
        bench.pool.setFeeProtocol(at, 5, 5);
        assertThat(bytes(bench.pool)).isNotEqualTo(before);
        undo.run();
        undo.run();
        assertThat(bytes(bench.pool)).isEqualTo(before);
    }

    private static byte[] bytes(V3Pool pool) {
        StateWriter out = new StateWriter();
        pool.save(out);
        return out.toBytes();
    }

    @Test
    void aSavedPoolAndACopyAreTheSameAndIndependent() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -600, 600, MANY);
        bench.pool.increaseObservationCardinalityNext(bench.context(), 3);
        bench.seconds += 7;
        bench.sell(bench.bob, true, 10_000_000_000L);
        byte[] saved = bytes(bench.pool);
        V3Pool read = V3Pool.load(new StateReader(saved));
        V3Pool copy = bench.pool.copy();
        assertThat(bytes(read)).isEqualTo(saved);
        bench.sell(bench.bob, false, 30_000_000_000L);
        assertThat(bytes(copy)).isEqualTo(saved);
        bench.pool.restore(copy);
        assertThat(bytes(bench.pool)).isEqualTo(saved);
        assertThat(read.feePips()).isEqualTo(3_000);
        assertThat(read.tickSpacing()).isEqualTo(60);
        assertThat(read.tick()).isEqualTo(bench.pool.tick());
    }

    @Test
    void aDamagedPoolIsRefused() {
        StateWriter out = new StateWriter().int32(0).int32(0).int32(1).int32(1_000_000);
        assertThatThrownBy(() -> V3Pool.load(new StateReader(out.toBytes()))).isInstanceOf(CorruptStateException.class);
        StateWriter spacing =
                new StateWriter().int32(0).int32(0).int32(1).int32(500).int32(0);
        assertThatThrownBy(() -> V3Pool.load(new StateReader(spacing.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("tick spacing: 0");
        assertThatThrownBy(() -> new V3Pool(0, 0, 1, 1_000_000, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
