package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingBlocksTest {
    private static final int DEPTH = 3;
    private static final EngineSpec SPEC =
            ScenarioReader.readText("s.conf", """
                    duration = 1 h
                    quote = USDC
                    assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
                    world.assets.ETH { kind = diffusion, initial-price = 3000 }
                    chains {
                      calm { kind = l1 }
                      deep { kind = l1, reorganisations { probability = 0.1, depth = 3 } }
                    }
                    venues {
                      a { kind = uniswap-v2, chain = calm, base = ETH, quote = USDC, reserve-base = 1, reserve-quote = 3000 }
                      b { kind = uniswap-v2, chain = deep, base = ETH, quote = USDC, reserve-base = 1, reserve-quote = 3000 }
                    }
                    """, Map.of()).market().engine();
    private static final int CALM = 0;
    private static final int DEEP = 1;

    private long time;

    private MarketEvent block(int chain) {
        return new MarketEvent.BlockProduced(++time, chain, time, 1, 0, 0, 0);
    }

    private MarketEvent swap(int venue) {
        return new MarketEvent.PoolSwapped(++time, venue, 0, true, UInt256.ONE, UInt256.ONE);
    }

    private MarketEvent transaction(int chain) {
        return new MarketEvent.TransactionExecuted(++time, chain, time, 0, 0, "swap", "", 1, 1);
    }

    private MarketEvent liquidity(int venue) {
        return new MarketEvent.LiquidityChanged(++time, venue, 0, true, UInt256.ONE, UInt256.ONE, UInt256.ONE);
    }

    @Test
    void whatIsNotInABlockThatMayBeReplacedComesThroughAtOnce() {
        StandingBlocks blocks = new StandingBlocks(SPEC);
        for (MarketEvent event : List.of(
                swap(CALM),
                liquidity(CALM),
                transaction(CALM),
                block(CALM),
                new MarketEvent.PriceMoved(1, 0, 3000),
                new MarketEvent.RegimeChanged(1, "wild"))) {
            assertThat(blocks.standing(event)).containsExactly(event);
        }
        assertThat(blocks.holdsNothing()).isFalse();
        assertThat(blocks.rest()).isEmpty();
    }

    @Test
    void aBlockStandsWhenAsManyHaveComeAfterItAsMayBeReplaced() {
        StandingBlocks blocks = new StandingBlocks(SPEC);
        List<MarketEvent> first = List.of(swap(DEEP), transaction(DEEP), liquidity(DEEP), block(DEEP));
        first.forEach(event -> assertThat(blocks.standing(event)).isEmpty());
        for (int i = 1; i < DEPTH; i++) {
            assertThat(blocks.standing(block(DEEP))).isEmpty();
        }
        assertThat(blocks.standing(block(DEEP))).isEqualTo(first);
        assertThat(blocks.rest()).hasSize(DEPTH);
        assertThat(blocks.rest()).isEmpty();
    }

    /** Against a list of all blocks, of which replacements strike the last ones. */
    @Test
    void whatComesThroughIsWhatStandsInTheEnd() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StandingBlocks blocks = new StandingBlocks(SPEC);
            List<List<MarketEvent>> chain = new ArrayList<>();
            List<MarketEvent> through = new ArrayList<>();
            int given = 0;
            for (int i = 0; i < 60; i++) {
                int depth = Math.min(random.nextInt(1, DEPTH + 1), chain.size() - given);
                if (random.nextInt(3) == 0 && depth > 0) {
                    MarketEvent replaced = new MarketEvent.ChainReorganised(++time, DEEP, depth, 0);
                    assertThat(blocks.standing(replaced)).as("seed %d", seed).containsExactly(replaced);
                    chain.subList(chain.size() - depth, chain.size()).clear();
                }
                List<MarketEvent> block = blockOf(random);
                block.forEach(event -> through.addAll(blocks.standing(event)));
                chain.add(block);
                given = Math.max(given, chain.size() - DEPTH);
                assertThat(through).as("seed %d", seed).isEqualTo(flat(chain.subList(0, given)));
            }
            through.addAll(blocks.rest());
            assertThat(through).as("seed %d", seed).isEqualTo(flat(chain));
        }
    }

    private List<MarketEvent> blockOf(Random random) {
        List<MarketEvent> block = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            block.add(random.nextBoolean() ? swap(DEEP) : transaction(DEEP));
        }
        block.add(block(DEEP));
        return block;
    }

    private static List<MarketEvent> flat(List<List<MarketEvent>> blocks) {
        return blocks.stream().flatMap(List::stream).toList();
    }
}
