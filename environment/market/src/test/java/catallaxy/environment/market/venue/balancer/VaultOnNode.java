package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.trading.SmallMarket.units;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.node.NodeReplay;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.NodeTrader.Moved;
import java.math.BigInteger;
import java.util.List;

/** Balancer's deployed vault on a node, with a weighted pool and a stable one of the same fee. */
final class VaultOnNode {
    static final int WEIGHTED = 0;
    static final int STABLE = 1;
    static final long FEE = 3_000_000_000_000_000L;
    static final long AMPLIFICATION = 200;
    private static final String PACKAGE = "@balancer-labs/v2-deployments@3.2.0";
    private static final String TASKS = "@balancer-labs/v2-deployments/dist/tasks/";
    static final WeightedCurve CURVE = new WeightedCurve(
            List.of(UInt256.of(800_000_000_000_000_000L), UInt256.of(200_000_000_000_000_000L)),
            PowerVersion.LOGARITHMIC);

    private VaultOnNode() {}

    /** A node with the vault; the weighted pool has the given balances, the stable one a million of each. */
    static NodeReplay start(List<UInt256> balances) {
        NodeReplay replay = NodeReplay.start("VaultTrader", PACKAGE);
        open(replay.trader(), balances);
        return replay;
    }

    private static void open(NodeTrader trader, List<UInt256> balances) {
        BigInteger authorizer = trader.deploy(TASKS + "20210418-authorizer/artifact/Authorizer.json", trader.address());
        BigInteger vault = trader.deploy(
                TASKS + "20210418-vault/artifact/Vault.json", authorizer, authorizer, BigInteger.ZERO, BigInteger.ZERO);
        BigInteger weighted =
                trader.deploy(TASKS + "deprecated/20210418-weighted-pool/artifact/WeightedPoolFactory.json", vault);
        BigInteger stable =
                trader.deploy(TASKS + "deprecated/20220609-stable-pool-v2/artifact/StablePoolFactory.json", vault);
        UInt256 base = CURVE.weights().getFirst();
        UInt256 quote = CURVE.weights().getLast();
        trader.at(
                0,
                List.of(
                        trader.operation("openVault(address)", vault),
                        trader.operation("openWeighted(address,uint256,uint256,uint256)", weighted, base, quote, FEE),
                        trader.operation("openStable(address,uint256,uint256)", stable, AMPLIFICATION, FEE),
                        trader.operation(
                                "first(uint256,uint256,uint256)", WEIGHTED, balances.getFirst(), balances.getLast()),
                        trader.operation("first(uint256,uint256,uint256)", STABLE, units(1e6, 18), units(1e6, 6))));
    }

    /** What the trader tells of a pool. */
    static Moved state(BalancerVault vault, int pool, UInt256 supply) {
        return Moved.of(vault.pool(pool).balance(0), vault.pool(pool).balance(1), supply);
    }
}
