package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.TickWalk;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a swap uses of gas is what the deployed pool uses on a real node, by the ticks that it crosses. Skipped without Node.js. */
@Tag("long")
final class V3TickGasTest {
    private static final String FACTORY =
            "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";
    private static final UInt256 LIQUIDITY = UInt256.parse("1000000000000000000");

    @Test
    void eachTickCostsWhatItCostsTheDeployedPool() {
        try (NodeTrader trader = NodeTrader.start("PoolTrader", "@uniswap/v3-core@1.0.1")) {
            BigInteger factory = trader.deploy(FACTORY);
            List<String> open = new ArrayList<>();
            open.add(trader.operation(
                    "openPool(address,uint24,uint160)", factory, 3_000, TickMath.sqrtRatioAtTick(TickWalk.HOME)));
            for (int i = -TickWalk.RANGES; i < TickWalk.RANGES; i++) {
                int lower = i * TickWalk.SPACING;
                open.add(trader.operation("poolMint(int24,int24,uint128)", lower, lower + TickWalk.SPACING, LIQUIDITY));
            }
            trader.at(0, open);
            new TickWalk(trader, price -> trader.operation("poolSwapTo(uint160)", price)).compare(UniswapV3.HOP);
        }
    }
}
