package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In random markets, against the engine's own counts and books, and against lists of all fills. */
final class ExecutionQualityTest {
    private static final double SECOND = 1e9;

    /** A market that is played, and what is written down of it besides. */
    private static final class Play {
        final Market market;
        final ExecutionQuality quality;
        final List<BookEvent.OrderFilled> fills = new ArrayList<>();
        final List<MarketEvent.PriceMoved> prices = new ArrayList<>();
        final double[] twoSided;
        final boolean[] isTwoSided;
        long last;

        Play(long seed) {
            market = Market.of(RandomMarket.spec(seed), seed);
            quality = new ExecutionQuality(market);
            twoSided = new double[market.agentIds().size()];
            isTwoSided = new boolean[twoSided.length];
            market.observe(this::heard);
            new RandomAgents(seed, false, false).play(market);
            pass(market.spec().durationNanos());
            quality.end(market.spec().durationNanos());
        }

        private void heard(MarketEvent event) {
            quality.accept(event);
            pass(event.timeNanos());
            if (event instanceof BookEvent.OrderFilled fill) {
                fills.add(fill);
            } else if (event instanceof MarketEvent.PriceMoved price) {
                prices.add(price);
            }
            for (int agent = 0; agent < isTwoSided.length; agent++) {
                isTwoSided[agent] = isTwoSided(agent, 0) || isTwoSided(agent, 1);
            }
        }

        private void pass(long timeNanos) {
            for (int agent = 0; agent < twoSided.length; agent++) {
                twoSided[agent] += isTwoSided[agent] ? timeNanos - last : 0;
            }
            last = timeNanos;
        }

        private boolean isTwoSided(int agent, int venue) {
            List<Side> sides = market.engine().orders(market.seat(agent).participant(), venue).stream()
                    .map(OpenOrder::side)
                    .toList();
            return sides.contains(Side.BUY) && sides.contains(Side.SELL);
        }

        /** The world's price of ETH at a time. */
        double ether(double timeNanos) {
            return prices.stream()
                    .filter(price -> price.asset() == RandomMarket.ETH && price.timeNanos() <= timeNanos)
                    .reduce((_, later) -> later)
                    .map(MarketEvent.PriceMoved::price)
                    .orElse(2000.0);
        }
    }

    @Test
    void fillsAreThoseThatStandAndTwoSidedTimeIsThatOfTheBooks() {
        long undone = 0;
        long pools = 0;
        for (long seed = 301; seed <= 320; seed++) {
            Play play = new Play(seed);
            for (int agent = 0; agent < play.twoSided.length; agent++) {
                int each = agent;
                long counted = Arrays.stream(FillKind.values())
                        .mapToLong(kind -> play.quality.fills(each, kind).fills())
                        .sum();
                int participant = play.market.seat(agent).participant();
                assertThat(counted)
                        .as("seed %d", seed)
                        .isEqualTo(play.market.engine().totals(participant).fills());
                pools += play.quality.fills(agent, FillKind.POOL).fills();
                assertThat(play.quality
                                .quotes(agent)
                                .twoSidedShare(play.market.spec().durationNanos()))
                        .as("seed %d, %s", seed, play.market.agentIds().get(agent))
                        .isCloseTo(play.twoSided[agent] / play.market.spec().durationNanos(), within(1e-12));
            }
            undone += play.market.spec().engine().chains().stream()
                    .filter(chain -> chain.permanence().depth() > 0)
                    .count();
        }
        assertThat(undone).isPositive();
        assertThat(pools).isGreaterThan(100);
    }

    /** Of the book of ETH, whose price is its world price. */
    @Test
    void marksOutAreTheWorldsPricesAfterTheFills() {
        int compared = 0;
        for (long seed = 331; seed <= 340; seed++) {
            Play play = new Play(seed);
            int maker = play.market.agentIds().indexOf("maker");
            for (int horizon = 0; maker >= 0 && horizon < FillMeasures.HORIZONS; horizon++) {
                int participant = play.market.seat(maker).participant();
                double sum = 0;
                int number = 0;
                for (BookEvent.OrderFilled fill : play.fills) {
                    double due = fill.timeNanos() + FillMeasures.SECONDS.get(horizon) * SECOND;
                    if (fill.maker() == participant && due <= play.market.spec().durationNanos()) {
                        double price = fill.priceTicks() * play.market.engine().tickSize(RandomMarket.ETH_BOOK);
                        double side = fill.takerSide() == Side.SELL ? 1 : -1;
                        sum += side * 1e4 * (play.ether(due) - price) / price;
                        number++;
                    }
                }
                FillMeasures measures = play.quality.fills(maker, FillKind.MAKER);
                assertThat(measures.markedOut(horizon)).isEqualTo(number);
                if (number > 0) {
                    assertThat(measures.markOutBps(horizon)).isCloseTo(sum / number, within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    /** A taker pays at least half of the quoted spread; a maker's fills are the takers' of others. */
    @Test
    void noTakerPaysLessThanTheQuotedSpread() {
        int seen = 0;
        for (long seed = 341; seed <= 350; seed++) {
            Play play = new Play(seed);
            for (int agent = 0; agent < play.twoSided.length; agent++) {
                FillMeasures pool = play.quality.fills(agent, FillKind.POOL);
                FillMeasures taker = play.quality.fills(agent, FillKind.TAKER);
                if (taker.fills() > 0 && Double.isFinite(taker.quotedBps())) {
                    seen++;
                    assertThat(taker.effectiveBps()).isGreaterThanOrEqualTo(taker.quotedBps() - 1e-9);
                    assertThat(taker.quotedBps()).isPositive();
                }
                if (pool.fills() > 0) {
                    assertThat(pool.quotedBps()).isBetween(59.9, 60.2);
                }
            }
        }
        assertThat(seen).isPositive();
    }
}
