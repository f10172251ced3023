package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.units;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.node.NodeReplay;
import catallaxy.environment.market.node.NodeTrader.Moved;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever can be done at two pools of a vault is done again at the deployed contracts of a real node: swaps of exact inputs and outputs,
 * batches that lead through both, joins and exits of every kind. Every amount is the same, and what one refuses the other does.
 * Skipped, saying so, without Node.js.
 */
@Tag("long")
final class VaultNodeReplayTest {
    @Test
    void whateverIsDoneAtTwoPoolsOfAVaultIsThatOfTheDeployedVault() {
        List<UInt256> balances = List.of(units(1e6, 18), units(250_000, 6));
        try (NodeReplay replay = VaultOnNode.start(balances)) {
            new TwoPools(replay, balances).act(1_000);
            replay.compare(1_000);
        }
    }

    /** A vault with both pools and its one user. */
    private static final class TwoPools {
        private static final int BASE = 0;
        private static final int QUOTE = 1;

        private final NodeReplay replay;
        private final RandomStream random = RandomStream.of(3, "vault");
        private final Ledger ledger = new Ledger(List.of(new AssetSpec("base", 18), new AssetSpec("quote", 6)));
        private final int user = ledger.openAccount("user");
        private final BalancerVault vault =
                new BalancerVault(ledger.openAccount("vault"), ledger.openAccount("collector"));

        TwoPools(NodeReplay replay, List<UInt256> balances) {
            this.replay = replay;
            int source = ledger.openIssuer("source");
            ledger.issue(source, user, BASE, units(1e12, 18));
            ledger.issue(source, user, QUOTE, units(1e12, 6));
            for (BalancerCurve curve : List.of(VaultOnNode.CURVE, new StableCurve(VaultOnNode.AMPLIFICATION))) {
                String name = curve.getClass().getSimpleName();
                vault.register(
                        ledger, name, new BalancerTerms(List.of(18, 6), curve, VaultOnNode.FEE), List.of(BASE, QUOTE));
            }
            vault.join(ledger, VaultOnNode.WEIGHTED, new BalancerJoin.First(balances), user);
            vault.join(
                    ledger, VaultOnNode.STABLE, new BalancerJoin.First(List.of(units(1e6, 18), units(1e6, 6))), user);
        }

        void act(int times) {
            for (int i = 1; i <= times; i++) {
                act(12 * SECOND * i, random.nextInt(2));
            }
        }

        /** One operation, what the user's assets and shares changed by, and both pools after it. */
        private void act(long timeNanos, int pool) {
            List<UInt256> before = owned(pool);
            Step step = random.nextBoolean(0.5) ? swap(pool) : share(pool);
            if (step.result().ok()) {
                replay.add(timeNanos, step.operation(), moved(before, owned(pool)));
            } else {
                replay.addRefused(timeNanos, step.operation(), step.result().reason());
            }
            for (int each : new int[] {VaultOnNode.WEIGHTED, VaultOnNode.STABLE}) {
                UInt256 supply = vault.pool(each).shares().total(ledger);
                replay.add(timeNanos, operation("state(uint256)", each), VaultOnNode.state(vault, each, supply));
            }
        }

        private static Moved moved(List<UInt256> before, List<UInt256> after) {
            return Moved.of(IntStream.range(0, before.size())
                    .mapToObj(i -> distance(before.get(i), after.get(i)))
                    .toArray(UInt256[]::new));
        }

        /** An operation and what it gave. */
        private record Step(Result result, String operation) {}

        private String operation(String signature, Object... arguments) {
            return replay.trader().operation(signature, arguments);
        }

        private List<UInt256> owned(int pool) {
            int shares = vault.pool(pool).shares().asset();
            return Stream.of(BASE, QUOTE, shares)
                    .map(each -> ledger.balance(user, each))
                    .toList();
        }

        private static UInt256 distance(UInt256 a, UInt256 b) {
            return a.isLessThan(b) ? b.minusExact(a) : a.minusExact(b);
        }

        /** From a millionth of a unit to 3,000 units. */
        private UInt256 some(int decimals) {
            return units(StrictMath.exp(-13.8 + 21.8 * random.nextDouble()), decimals);
        }

        private Step swap(int pool) {
            boolean zeroForOne = random.nextBoolean(0.5);
            boolean givenIn = random.nextBoolean(0.5);
            UInt256 amount = some(zeroForOne == givenIn ? 18 : 6);
            int in = zeroForOne ? BASE : QUOTE;
            BalancerSwap swap = new BalancerSwap(pool, in, 1 - in, amount);
            UInt256 limit = givenIn ? UInt256.ZERO : UInt256.MAX;
            int kind = givenIn ? 0 : 1;
            return random.nextBoolean(0.5)
                    ? new Step(
                            vault.swap(ledger, givenIn, swap, limit, user, user),
                            operation("swap(uint256,uint8,bool,uint256)", pool, kind, zeroForOne, amount))
                    : new Step(
                            thereAndBack(givenIn, swap),
                            operation(
                                    "batch(uint256,uint256,uint8,bool,uint256)",
                                    pool,
                                    1 - pool,
                                    kind,
                                    zeroForOne,
                                    amount));
        }

        /** A swap, and back through the other pool with what it computed. */
        private Result thereAndBack(boolean givenIn, BalancerSwap there) {
            BalancerSwap back = new BalancerSwap(
                    1 - there.pool(), /* assetIn= */ there.assetOut(), /* assetOut= */ there.assetIn(), UInt256.ZERO);
            List<UInt256> any = List.of(UInt256.MAX, UInt256.MAX);
            BalancerLimits limits = new BalancerLimits(List.of(BASE, QUOTE), any, List.of(UInt256.ZERO, UInt256.ZERO));
            return vault.batchSwap(ledger, givenIn, List.of(there, back), limits, user, user);
        }

        private Step share(int pool) {
            List<UInt256> amounts = List.of(some(18), some(6));
            UInt256 shares = some(18);
            int asset = random.nextInt(2);
            List<UInt256> nothing = List.of(UInt256.ZERO, UInt256.ZERO);
            return switch (random.nextInt(5)) {
                case 0 ->
                    new Step(
                            join(pool, new BalancerJoin.ExactIn(amounts, UInt256.ZERO)),
                            operation("join(uint256,uint256,uint256)", pool, amounts.getFirst(), amounts.getLast()));
                case 1 ->
                    new Step(
                            join(pool, new BalancerJoin.ForShares(shares, asset, UInt256.MAX)),
                            operation("joinForShares(uint256,uint256,uint256)", pool, shares, asset));
                case 2 ->
                    new Step(
                            exit(pool, new BalancerExit.Proportional(shares, nothing)),
                            operation("exit(uint256,uint256)", pool, shares));
                case 3 ->
                    new Step(
                            exit(pool, new BalancerExit.Single(shares, asset, UInt256.ZERO)),
                            operation("exitInOne(uint256,uint256,uint256)", pool, shares, asset));
                default ->
                    new Step(
                            exit(pool, new BalancerExit.ExactOut(amounts, UInt256.MAX)),
                            operation(
                                    "exitExactly(uint256,uint256,uint256)",
                                    pool,
                                    amounts.getFirst(),
                                    amounts.getLast()));
            };
        }

        private Result join(int pool, BalancerJoin join) {
            return vault.join(ledger, pool, join, user);
        }

        private Result exit(int pool, BalancerExit exit) {
            return vault.exit(ledger, pool, exit, user);
        }
    }
}
