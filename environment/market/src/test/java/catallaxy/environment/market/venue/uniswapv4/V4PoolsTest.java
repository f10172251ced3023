package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What must be settled, what a transaction that reverts leaves, and what a manager keeps for others. */
final class V4PoolsTest {
    private final V4World world = new V4World();
    private final V4PoolKey key = world.plain(3_000);

    /** One unlock over two pools settles only what is left: nothing is paid of the currency in between. */
    @Test
    void deltasNetOverPools() {
        V4PoolKey second = new V4PoolKey(1, 2, 500, 60, V4PoolKey.NO_HOOK);
        world.open(key).open(second);
        long before = world.paid(world.user, 1);
        V4Status status = world.unlock(() -> {
            Int256 got = world.swap(key, true, -10_000).delta().amount1();
            assertThat(world.swap(second, true, -got.longValueExact()).delta().amount0())
                    .isEqualTo(got.negatedExact());
            assertThat(world.manager.delta(world.user, 1).isZero()).isTrue();
        });
        assertThat(status).isEqualTo(V4Status.OK);
        assertThat(world.paid(world.user, 1)).isEqualTo(before);
    }

    @Test
    void nothingIsOwedByTheEndAndOnlyWhatIsUnlockedRuns() {
        world.open(key);
        byte[] before = world.saved();
        assertThat(world.run(() -> world.manager.unlock(() -> world.swap(key, true, -1_000)))
                        .error())
                .isEqualTo("CurrencyNotSettled");
        assertThat(world.run(() -> world.swap(key, true, -1_000)).error()).isEqualTo("ManagerLocked");
        assertThat(world.run(() -> world.manager.take(world.user, 0, world.user, UInt256.ONE))
                        .error())
                .isEqualTo("ManagerLocked");
        assertThat(world.run(() -> world.manager.settle(world.user)).error()).isEqualTo("ManagerLocked");
        assertThat(world.saved()).isEqualTo(before);
        assertThatThrownBy(() -> world.swap(key, true, -1)).hasMessage("no transaction is running");
        assertThatThrownBy(() -> world.run(() -> world.run(() -> {}))).hasMessage("a transaction is running");
    }

    /** Whoever takes without being owed has borrowed, and pays back within the unlock: a flash loan without a fee. */
    @Test
    void takingIsBorrowing() {
        world.open(key);
        byte[] before = world.saved();
        UInt256 all = world.held(world.manager.account(), 0);
        assertThat(world.unlock(() -> world.manager.take(world.user, 0, world.user, all)))
                .isEqualTo(V4Status.OK);
        assertThat(world.saved()).isEqualTo(before);
        assertThat(world.run(() -> world.manager.unlock(
                                () -> world.manager.take(world.user, 0, world.user, all.plusExact(UInt256.ONE))))
                        .error())
                .isEqualTo("WrappedError: ERC20TransferFailed");
    }

    @Test
    void aPaymentIsWhatHasComeSinceTheCurrencyWasSynchronised() {
        assertThat(world.unlock(() -> {
                    world.ledger.transfer(world.user, world.manager.account(), 0, UInt256.of(5));
                    world.manager.sync(0);
                    world.ledger.transfer(world.user, world.manager.account(), 0, UInt256.of(7));
                    assertThat(world.manager.settle(world.user)).isEqualTo(UInt256.of(7));
                    assertThat(world.manager.settle(world.user).isZero()).isTrue();
                    assertThat(world.manager.delta(world.user, 0)).isEqualTo(Int256.of(7));
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.paid(world.user, 0)).isEqualTo(5);
    }

    @Test
    void onlyTheExactGainIsCleared() {
        world.open(key);
        for (long off = -1; off <= 1; off++) {
            long more = off;
            V4Status status = world.unlock(() -> {
                Int256 got = world.swap(key, true, -1_000).delta().amount1();
                world.manager.clear(world.user, 1, UInt256.of(got.longValueExact() + more));
            });
            assertThat(status.reason()).isEqualTo(off == 0 ? "ok" : "MustClearExactPositiveDelta");
        }
    }

    @Test
    void gainsAreKeptAsClaimsAndPaidWithThem() {
        world.open(key);
        UInt256[] kept = {UInt256.ZERO};
        assertThat(world.unlock(() -> {
                    kept[0] = world.swap(key, true, -1_000).delta().amount1().magnitude();
                    world.manager.mint(world.user, world.user, 1, kept[0]);
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.manager.accruals().claims(world.user, 1)).isEqualTo(kept[0]);
        assertThat(world.saved()).isEqualTo(world.savedAgain());
        long before = world.paid(world.user, 1);
        assertThat(world.unlock(() -> {
                    world.swap(key, false, -kept[0].longValueExact());
                    world.manager.burn(world.user, 1, kept[0]);
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.manager.accruals().claims(world.user, 1).isZero()).isTrue();
        assertThat(world.paid(world.user, 1)).isEqualTo(before);
        assertThat(world.unlock(() -> world.manager.burn(world.user, 1, UInt256.ONE))
                        .error())
                .isEqualTo("Panic(17)");
    }

    @Test
    void theProtocolCollectsItsPartAndNoMore() {
        world.open(key);
        assertThat(world.run(() -> world.manager.setProtocolFee(world.hook, key, 1))
                        .error())
                .isEqualTo("InvalidCaller");
        assertThat(world.run(() -> world.manager.setProtocolFee(world.user, key, V4Fees.packed(1_000, 0))))
                .isEqualTo(V4Status.OK);
        assertThat(world.unlock(() -> {
                    world.swap(key, true, -1_000_000);
                    world.swap(key, false, -1_000_000);
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.manager.accruals().protocolFees(0)).isEqualTo(UInt256.of(1_000));
        assertThat(world.manager.accruals().protocolFees(1).isZero()).isTrue();
        assertThat(world.run(() -> world.manager.collectProtocolFees(world.user, world.hook, 0, UInt256.of(1_001)))
                        .error())
                .isEqualTo("Panic(17)");
        assertThat(world.run(() -> {
                            world.manager.sync(0);
                            world.manager.collectProtocolFees(world.user, world.hook, 0, UInt256.ZERO);
                        })
                        .error())
                .isEqualTo("ProtocolFeeCurrencySynced");
        assertThat(world.run(() -> world.manager.collectProtocolFees(world.user, world.hook, 0, UInt256.ZERO)))
                .isEqualTo(V4Status.OK);
        assertThat(world.paid(world.hook, 0)).isEqualTo(-1_000);
    }

    private void act(RandomStream random, V4PoolKey each) {
        long amount = 1L + random.nextInt(1 << (1 + random.nextInt(28)));
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> world.swap(each, random.nextInt(2) == 0, random.nextInt(2) == 0 ? amount : -amount);
            case 3 -> world.manager.donate(world.user, each, UInt256.of(amount), UInt256.of(amount / 2));
            default -> {
                int lower = 60 * (random.nextInt(100) - 50);
                int upper = lower + 60 * (1 + random.nextInt(40));
                Int256 delta = Int256.of(random.nextInt(3) == 0 ? -amount : amount);
                world.manager.modifyLiquidity(
                        world.user, each, new V4LiquidityOrder(lower, upper, delta, random.nextInt(2)));
            }
        }
    }

    /**
     * Over random transactions of random operations: those that revert leave no trace, copies are independent, what is read back goes on alike,
     * and the manager can always pay out every position.
     */
    @Test
    void whatRevertsLeavesNothingAndEveryPositionCanBePaid() {
        V4PoolKey dear = new V4PoolKey(0, 1, 100_000, 60, V4PoolKey.NO_HOOK);
        world.open(key).open(dear);
        int reverted = 0;
        for (long seed = 0; seed < 600; seed++) {
            RandomStream random = RandomStream.of(seed, "v4 manager");
            byte[] before = world.saved();
            V4Pools copy = world.manager.copy();
            V4Status status = world.unlock(() -> {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    act(random, random.nextInt(2) == 0 ? key : dear);
                }
                if (random.nextInt(4) == 0) {
                    throw new V4Revert("Changed my mind");
                }
            });
            if (!status.ok()) {
                reverted++;
                assertThat(world.saved()).as("seed %d: %s", seed, status).isEqualTo(before);
            }
            StateWriter out = new StateWriter();
            copy.save(out);
            if (status.ok()) {
                V4Pools taken = world.manager.copy();
                taken.restore(copy);
                StateWriter again = new StateWriter();
                taken.save(again);
                assertThat(again.toBytes()).as("seed %d", seed).isEqualTo(out.toBytes());
            }
        }
        assertThat(reverted).isBetween(60, 540);
        assertThat(world.savedAgain()).isEqualTo(world.saved());
        closeAll(key);
        closeAll(dear);
        assertThat(world.held(world.manager.account(), 0).isLessThan(UInt256.of(3_000)))
                .isTrue();
    }

    /** Takes all liquidity out, at which what is left in the manager is what rounding kept. */
    private void closeAll(V4PoolKey each) {
        V4Pool pool = Objects.requireNonNull(world.manager.pool(each));
        pool.positions().forEach((position, held) -> {
            if (!held.liquidity().isZero()) {
                Int256 all = Int256.of(held.liquidity()).negatedExact();
                V4LiquidityOrder order = new V4LiquidityOrder(position.lower(), position.upper(), all, position.salt());
                assertThat(world.unlock(() -> world.manager.modifyLiquidity(world.user, each, order)))
                        .isEqualTo(V4Status.OK);
            }
        });
        assertThat(pool.state().liquidity().isZero()).isTrue();
    }

    @Test
    void aStateThatCannotBeIsCorrupt() {
        StateWriter out = new StateWriter();
        out.int32(1).int32(0).int32(1).int32(3_000).int32(60).int32(-1).int32(0);
        byte[] bytes = out.toBytes();
        assertThatThrownBy(() -> V4Pools.load(new StateReader(bytes), 0, 0, Map.of()))
                .isInstanceOf(CorruptStateException.class);
    }
}
