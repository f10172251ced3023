package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.TickWalk;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a swap uses of gas is what the deployed manager uses on a real node, by the ticks that it crosses. Skipped without Node.js. */
@Tag("long")
final class V4TickGasTest {
    private static final String MANAGER = "@uniswap/v4-core/out/PoolManager.sol/PoolManager.json";
    private static final int FEE_PIPS = 3_000;
    private static final UInt256 LIQUIDITY = UInt256.parse("1000000000000000000");

    @Test
    void eachTickCostsWhatItCostsTheDeployedManager() {
        try (NodeTrader trader = NodeTrader.start("ManagerTrader", "@uniswap/v4-core@1.0.2")) {
            BigInteger manager = trader.deploy(MANAGER, trader.address());
            List<String> open = new ArrayList<>(List.of(trader.operation("openManager(address)", manager)));
            open.add(trader.operation(
                    "open(uint24,int24,uint160,uint24)",
                    FEE_PIPS,
                    TickWalk.SPACING,
                    TickMath.sqrtRatioAtTick(TickWalk.HOME),
                    0));
            for (int i = -TickWalk.RANGES; i < TickWalk.RANGES; i++) {
                int lower = i * TickWalk.SPACING;
                open.add(trader.operation(
                        "change(uint24,int24,int24,int24,int256,uint256)",
                        FEE_PIPS,
                        TickWalk.SPACING,
                        lower,
                        lower + TickWalk.SPACING,
                        LIQUIDITY,
                        0));
            }
            trader.at(0, open);
            new TickWalk(
                            trader,
                            price ->
                                    trader.operation("swapTo(uint24,int24,uint160)", FEE_PIPS, TickWalk.SPACING, price))
                    .compare(UniswapV4.HOP);
        }
    }
}
