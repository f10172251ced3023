package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When hooks are called, and what their answers do. */
final class V4HookTest {
    /** All permissions but those that return something. */
    private static final int ALL_CALLS = 0x3ff0;

    /** A hook that writes down what is called. */
    private static final class Diary implements V4Hook {
        private final int permissions;
        final List<String> lines = new ArrayList<>();

        Diary(int permissions) {
            this.permissions = permissions;
        }

        @Override
        public int permissions() {
            return permissions;
        }

        @Override
        public void beforeInitialize(V4Visit visit, UInt256 price) {
            lines.add("before initialize");
            assertThat(visit.manager().pool(visit.key())).isNull();
        }

        @Override
        public void afterInitialize(V4Visit visit, UInt256 price, int tick) {
            lines.add("after initialize at " + tick);
        }

        @Override
        public void beforeAddLiquidity(V4Visit visit, V4LiquidityOrder order) {
            lines.add("before add " + order.liquidityDelta());
        }

        @Override
        public V4Delta afterAddLiquidity(V4Visit visit, V4LiquidityOrder order, V4Change change) {
            lines.add("after add");
            return new V4Delta(Int256.ONE, Int256.ONE);
        }

        @Override
        public void beforeRemoveLiquidity(V4Visit visit, V4LiquidityOrder order) {
            lines.add("before remove " + order.liquidityDelta());
        }

        @Override
        public V4Delta afterRemoveLiquidity(V4Visit visit, V4LiquidityOrder order, V4Change change) {
            lines.add("after remove");
            return new V4Delta(Int256.ONE, Int256.ONE);
        }

        @Override
        public V4BeforeSwap beforeSwap(V4Visit visit, V4Order order) {
            lines.add("before swap " + order.specified());
            return new V4BeforeSwap(Int256.of(500), Int256.ONE, V4Fees.OVERRIDE | 100_000);
        }

        @Override
        public Int256 afterSwap(V4Visit visit, V4Order order, V4Delta delta) {
            lines.add("after swap");
            return Int256.of(7);
        }

        @Override
        public void beforeDonate(V4Visit visit, UInt256 amount0, UInt256 amount1) {
            lines.add("before donate");
        }

        @Override
        public void afterDonate(V4Visit visit, UInt256 amount0, UInt256 amount1) {
            lines.add("after donate");
        }
    }

    private static void everything(V4World world, V4PoolKey key) {
        world.open(key);
        assertThat(world.unlock(() -> {
                    world.swap(key, true, -10_000);
                    world.manager.donate(world.user, key, UInt256.of(5), UInt256.ZERO);
                    world.add(key, 0);
                    world.add(key, -1);
                }))
                .isEqualTo(V4Status.OK);
    }

    @Test
    void eachIsCalledInItsTurnAndWithoutReturnsItsAnswersCountForNothing() {
        Diary diary = new Diary(ALL_CALLS);
        V4World world = new V4World(diary);
        everything(world, world.hooked(3_000));
        assertThat(diary.lines)
                .containsExactly(
                        "before initialize",
                        "after initialize at 0",
                        "before add 1000000000",
                        "after add",
                        "before swap -10000",
                        "after swap",
                        "before donate",
                        "after donate",
                        "before remove 0",
                        "after remove",
                        "before remove -1",
                        "after remove");
        V4World plain = new V4World();
        everything(plain, plain.plain(3_000));
        assertThat(world.paid(world.user, 0)).isEqualTo(plain.paid(plain.user, 0));
        assertThat(world.paid(world.user, 1)).isEqualTo(plain.paid(plain.user, 1));
    }

    @Test
    void whatIsNotPermittedIsNotCalled() {
        Diary diary = new Diary(V4Permissions.AFTER_DONATE);
        V4World world = new V4World(diary);
        everything(world, world.hooked(3_000));
        assertThat(diary.lines).containsExactly("after donate");
    }

    @Test
    void aHookThatIsTheSenderIsNotCalled() {
        Diary diary = new Diary(ALL_CALLS);
        V4World world = new V4World(diary);
        V4PoolKey key = world.hooked(3_000);
        world.open(key);
        diary.lines.clear();
        V4Status status = world.run(() -> world.manager.unlock(() -> {
            world.manager.swap(world.hook, key, V4World.order(true, -1_000));
            world.settle(world.hook);
        }));
        assertThat(status).isEqualTo(V4Status.OK);
        assertThat(diary.lines).isEmpty();
        assertThat(world.paid(world.hook, 0)).isEqualTo(1_000);
    }

    /** In a pool of a fixed fee it is ignored in silence. */
    @Test
    void aFeeIsOverriddenWhereItIsDynamicAlone() {
        V4World world = new V4World(new Diary(V4Permissions.BEFORE_SWAP));
        V4PoolKey dynamic = world.hooked(V4Fees.DYNAMIC);
        V4PoolKey fixed = world.hooked(3_000);
        world.open(dynamic).open(fixed);
        assertThat(world.unlock(() -> {
                    assertThat(world.swap(dynamic, true, -10_000).feePips()).isEqualTo(100_000);
                    assertThat(world.swap(fixed, true, -10_000).feePips()).isEqualTo(3_000);
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.run(() -> world.manager.updateDynamicLpFee(world.hook, dynamic, 42)))
                .isEqualTo(V4Status.OK);
        assertThat(Objects.requireNonNull(world.manager.pool(dynamic)).state().lpFeePips())
                .isEqualTo(42);
        assertThat(world.run(() -> world.manager.updateDynamicLpFee(world.hook, fixed, 42))
                        .error())
                .isEqualTo("UnauthorizedDynamicLPFeeUpdate");
        assertThat(world.run(() -> world.manager.updateDynamicLpFee(world.user, dynamic, 42))
                        .error())
                .isEqualTo("UnauthorizedDynamicLPFeeUpdate");
    }

    private static V4Hook taking(long specified, long unspecified, long after) {
        int bits = V4Permissions.BEFORE_SWAP
                | V4Permissions.BEFORE_SWAP_RETURNS_DELTA
                | V4Permissions.AFTER_SWAP
                | V4Permissions.AFTER_SWAP_RETURNS_DELTA;
        return new V4Hook() {
            @Override
            public int permissions() {
                return bits;
            }

            @Override
            public V4BeforeSwap beforeSwap(V4Visit visit, V4Order order) {
                return new V4BeforeSwap(Int256.of(specified), Int256.of(unspecified), 0);
            }

            @Override
            public Int256 afterSwap(V4Visit visit, V4Order order, V4Delta delta) {
                return Int256.of(after);
            }
        };
    }

    private static V4Status swapAndSettleBoth(V4World world, V4PoolKey key, boolean zeroForOne, long specified) {
        return world.unlock(() -> {
            world.swap(key, zeroForOne, specified);
            world.settle(world.hook);
        });
    }

    /** Of an exact input the hook takes its part before the pool sees it, and of the output after it. */
    @Test
    void aHookTakesItsPartOfWhatIsGivenAndOfWhatComes() {
        V4World world = new V4World(taking(400, 30, 7));
        V4PoolKey key = world.hooked(0);
        world.open(key);
        V4World plain = new V4World();
        plain.open(plain.plain(0));
        long before0 = world.paid(world.user, 0);
        long before1 = world.paid(world.user, 1);
        assertThat(swapAndSettleBoth(world, key, true, -10_000)).isEqualTo(V4Status.OK);
        assertThat(plain.unlock(() -> plain.swap(plain.plain(0), true, -9_600))).isEqualTo(V4Status.OK);
        assertThat(world.paid(world.user, 0) - before0).isEqualTo(10_000);
        assertThat(world.paid(world.hook, 0)).isEqualTo(-400);
        assertThat(world.paid(world.hook, 1)).isEqualTo(-37);
        assertThat(world.paid(world.user, 1) - before1).isEqualTo(plain.paid(plain.user, 1) - before1 + 37);
    }

    @Test
    void ofAnExactOutputTheOpenSideIsTheInput() {
        V4World world = new V4World(taking(0, 0, 25));
        V4PoolKey key = world.hooked(0);
        world.open(key);
        long before = world.paid(world.user, 0);
        long[] pool = {0};
        assertThat(world.unlock(() -> {
                    V4Trade trade = world.swap(key, true, 5_000);
                    assertThat(trade.delta().amount1()).isEqualTo(Int256.of(5_000));
                    pool[0] = trade.delta().amount0().longValueExact();
                    world.settle(world.hook);
                }))
                .isEqualTo(V4Status.OK);
        assertThat(world.paid(world.user, 0) - before).isEqualTo(-pool[0]);
        assertThat(world.paid(world.hook, 0)).isEqualTo(-25);
    }

    /** Where the hook takes the whole input, the pool does not move; more than that is refused. */
    @Test
    void aHookMayTakeTheWholeInputAndNoMore() {
        V4World world = new V4World(taking(10_000, -9_000, 0));
        V4PoolKey key = world.hooked(3_000);
        world.open(key);
        UInt256 price = Objects.requireNonNull(world.manager.pool(key)).state().sqrtPriceX96();
        long before = world.paid(world.user, 1);
        assertThat(swapAndSettleBoth(world, key, true, -10_000)).isEqualTo(V4Status.OK);
        assertThat(Objects.requireNonNull(world.manager.pool(key)).state().sqrtPriceX96())
                .isEqualTo(price);
        assertThat(world.paid(world.user, 1) - before).isEqualTo(-9_000);
        assertThat(world.paid(world.hook, 1)).isEqualTo(9_000);
        assertThat(swapAndSettleBoth(world, key, true, -9_999).error()).isEqualTo("HookDeltaExceedsSwapAmount");
    }

    @Test
    void aHookSettlesLikeEverybody() {
        V4World world = new V4World(taking(400, 0, 0));
        V4PoolKey key = world.hooked(3_000);
        world.open(key);
        byte[] before = world.saved();
        assertThat(world.unlock(() -> world.swap(key, true, -10_000)).error()).isEqualTo("CurrencyNotSettled");
        assertThat(world.saved()).isEqualTo(before);
    }

    @Test
    void aHookTakesPartOfLiquidityThatItIsAskedFor() {
        Diary diary = new Diary(ALL_CALLS | V4Permissions.AFTER_ADD_LIQUIDITY_RETURNS_DELTA);
        V4World world = new V4World(diary);
        V4World plain = new V4World();
        plain.open(plain.plain(3_000));
        V4PoolKey key = world.hooked(3_000);
        world.run(() -> world.manager.initialize(world.user, key, V4World.PRICE_ONE));
        assertThat(world.run(() -> world.manager.unlock(() -> {
                    world.add(key, 1_000_000_000);
                    world.settle(world.user);
                    world.settle(world.hook);
                })))
                .isEqualTo(V4Status.OK);
        assertThat(world.paid(world.user, 0)).isEqualTo(plain.paid(plain.user, 0) + 1);
        assertThat(world.paid(world.hook, 0)).isEqualTo(-1);
    }

    /** Its own error, and one of the manager that it calls, come wrapped, and nothing is left. */
    @Test
    void whatAHookRevertsComesWrapped() {
        V4Hook refusing = new V4Hook() {
            @Override
            public int permissions() {
                return V4Permissions.BEFORE_SWAP | V4Permissions.BEFORE_DONATE;
            }

            @Override
            public V4BeforeSwap beforeSwap(V4Visit visit, V4Order order) {
                throw new V4Revert("Closed");
            }

            @Override
            public void beforeDonate(V4Visit visit, UInt256 amount0, UInt256 amount1) {
                visit.manager().unlock(() -> {});
            }
        };
        V4World world = new V4World(refusing);
        V4PoolKey key = world.hooked(3_000);
        world.open(key);
        byte[] before = world.saved();
        assertThat(world.unlock(() -> world.swap(key, true, -1)).error()).isEqualTo("WrappedError: Closed");
        assertThat(world.unlock(() -> world.manager.donate(world.user, key, UInt256.ONE, UInt256.ONE))
                        .error())
                .isEqualTo("WrappedError: AlreadyUnlocked");
        assertThat(world.saved()).isEqualTo(before);
    }

    @Test
    void aHookWithoutAPartOrWithAnAnswerToNoCallIsNoHook() {
        for (int bits : new int[] {0, V4Permissions.AFTER_SWAP_RETURNS_DELTA}) {
            V4World world = new V4World(() -> bits);
            assertThat(world.run(() -> world.manager.initialize(world.user, world.hooked(3_000), V4World.PRICE_ONE))
                            .error())
                    .isEqualTo("HookAddressNotValid");
        }
        V4World world = new V4World(() -> 0);
        assertThat(world.run(
                        () -> world.manager.initialize(world.user, world.hooked(V4Fees.DYNAMIC), V4World.PRICE_ONE)))
                .isEqualTo(V4Status.OK);
        assertThat(world.run(() -> world.manager.initialize(world.user, world.plain(V4Fees.DYNAMIC), V4World.PRICE_ONE))
                        .error())
                .isEqualTo("HookAddressNotValid");
    }
}
