package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever trades a perpetual at random gains by its position what the price does, and besides that the funding alone. */
final class SettledPositionsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String MARKET = """
            duration = 40 m
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world { step = 1 s, assets.ETH { kind = diffusion, initial-price = 3000, volatility-per-year = 3 } }
            chains.one { kind = rollup }
            exchanges.ex {}
            venues {
              perp { kind = perpetual, exchange = ex, base = ETH, quote = USDC, tick = 0.01, lot = 0.001, funding-interval = 10 m, interest-bps = 20, damping-bps = 1000 }
              pool { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 1000, reserve-quote = 3000000 }
            }
            population {
              ladder { kind = book-provider, venues = [perp] }
              noise { kind = noise, venues = [pool], rate-per-hour = 600 }
              lp { kind = pool-provider, venues = [pool], rate-per-hour = 200 }
            }
            agents.trader { role = trader, venues = [perp], cadence = 20 s, max-trade = 20000, holdings { ex { USDC = 300000 } }, policy.kind = hold }
            """;

    private double funding;
    private double position;
    private double mark = 3000;

    @ParameterizedTest
    @CsvSource({"cross, 1", "isolated, 2", "cross, 3"})
    void claimsAreTheFundingAndNothingIsTransferred(String margin, long seed) {
        Scenario scenario = ScenarioReader.readText("a.conf", MARKET, Map.of("venues.perp.margin", margin));
        Market market = Market.of(scenario.market(), seed);
        Attribution attribution = new Attribution(market, 60 * SECOND);
        int trader = market.seat(0).participant();
        List<Long> paid = new ArrayList<>();
        market.observe(event -> {
            attribution.accept(event);
            follow(event, trader, paid);
        });
        SplittableRandom random = new SplittableRandom(seed);
        int agent = market.runToNextEpoch();
        while (agent >= 0) {
            market.decide(agent, new Action.Vector(new double[] {random.nextDouble(-20_000, 20_000)}));
            agent = market.runToNextEpoch();
        }
        attribution.reconcile();
        Parts parts = attribution.parts().getFirst();
        assertThat(paid).hasSizeGreaterThanOrEqualTo(3);
        assertThat(parts.of(Part.TRANSFERS)).isZero();
        assertThat(parts.of(Part.INVENTORY).abs().doubleValue()).isGreaterThan(10);
        // Funding is of the mark at its time, which the follower knows to a few units in ten thousand.
        assertThat(funding).isNotCloseTo(0, within(1.0));
        assertThat(parts.of(Part.CLAIMS).doubleValue()).isCloseTo(funding, within(0.02 * Math.abs(funding) + 0.5));
    }

    /** Longs pay 20 basis points of what they have at each payment. */
    private void follow(MarketEvent event, int trader, List<Long> paid) {
        if (event instanceof MarketEvent.PriceMoved moved) {
            mark = moved.price();
        } else if (event instanceof BookEvent.OrderFilled fill && fill.taker() == trader) {
            double quantity = fill.lots() * 0.001;
            position += fill.takerSide() == Side.BUY ? quantity : -quantity;
        } else if (event instanceof MarketEvent.VenueChanged change
                && change.change().endsWith("-paid-funding")) {
            paid.add(change.timeNanos());
            funding -= position * mark * 0.0020;
        }
    }
}
