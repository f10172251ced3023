package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** In a hundred random markets, with every kind of event in them, the parts sum to what equity changed by, to the last digit. */
final class RandomMarketsTest {
    private static final int MARKETS = 100;
    private static final Offset<Double> BILLIONTHS = Offset.offset(1e-8);
    private static final long SECOND = 1_000_000_000L;

    /** Market, agents and attribution of a seed, played to the end. */
    private static final class Play {
        final Market market;
        final Attribution attribution;
        final List<BigDecimal> initial = new ArrayList<>();
        int samples;
        int reorganisations;
        int positions;
        int options;

        Play(long seed, boolean gifts, boolean derivatives, Function<MarketEvent, Optional<MarketEvent>> told) {
            market = Market.of(RandomMarket.spec(seed), seed);
            attribution = new Attribution(market, 60 * SECOND);
            for (int agent = 0; agent < market.agentIds().size(); agent++) {
                initial.add(worth(market, agent));
            }
            market.observe(event -> {
                reorganisations += event instanceof MarketEvent.ChainReorganised ? 1 : 0;
                count(event);
                told.apply(event).ifPresent(attribution::accept);
            });
            market.sampleEvery(97 * SECOND, 0, _ -> sampled(seed));
            new RandomAgents(seed, gifts, derivatives).play(market);
            sampled(seed);
        }

        /** Counts what the wild ones do with derivatives. */
        private void count(MarketEvent event) {
            for (String id : RandomMarket.WILD) {
                int participant = market.seat(market.agentIds().indexOf(id)).participant();
                boolean trades = event instanceof BookEvent.OrderFilled fill
                        && fill.venue() >= RandomMarket.ETH_PERP
                        && (fill.maker() == participant || fill.taker() == participant);
                positions += trades ? 1 : 0;
                boolean dealt = event instanceof MarketEvent.VenueChanged change
                        && change.venue() == RandomMarket.ETH_OPTIONS
                        && change.participant() == participant;
                options += dealt ? 1 : 0;
            }
        }

        private void sampled(long seed) {
            samples++;
            attribution.reconcile();
            List<Parts> parts = attribution.parts();
            for (int agent = 0; agent < parts.size(); agent++) {
                assertThat(parts.get(agent).total())
                        .as(
                                "seed %d, %s at %d s",
                                seed,
                                market.agentIds().get(agent),
                                market.engine().timeNanos() / SECOND)
                        .isEqualByComparingTo(worth(market, agent).subtract(initial.get(agent)));
                double earned = market.engine().equity(market.seat(agent).participant())
                        - market.seat(agent).initialEquity();
                assertThat(parts.get(agent).total().doubleValue()).isCloseTo(earned, BILLIONTHS);
            }
        }

        /** Whether anything was given or taken without a cause that is known. */
        boolean hasTransfers() {
            return attribution.parts().stream()
                    .anyMatch(parts -> parts.of(Part.TRANSFERS).signum() != 0);
        }
    }

    /** Worth of everything at the world's prices, in exact decimals of balances in base units. */
    private static BigDecimal worth(Market market, int agent) {
        MarketEngine engine = market.engine();
        int participant = market.seat(agent).participant();
        BigDecimal worth = BigDecimal.ZERO;
        for (int asset = 0; asset < engine.spec().assets().size(); asset++) {
            BigDecimal units =
                    new BigDecimal(engine.totalUnits(participant, asset).toBigInteger());
            BigDecimal price = BigDecimal.valueOf(Marks.WORLD.price(engine, asset));
            worth = worth.add(
                    units.movePointLeft(engine.spec().assets().get(asset).decimals())
                            .multiply(price));
        }
        for (int venue = 0; venue < engine.spec().venues().size(); venue++) {
            if (!engine.isBook(venue) && venue != RandomMarket.ETH_OPTIONS) {
                worth = worth.add(BigDecimal.valueOf(shares(engine, participant, venue)));
            }
        }
        double claims = engine.claims().worth(participant, asset -> Marks.WORLD.price(engine, asset));
        return worth.add(BigDecimal.valueOf(claims));
    }

    private static double shares(MarketEngine engine, int participant, int venue) {
        Liquidity pool = engine.liquidity(venue);
        var spec = engine.spec().venues().get(venue);
        double all = pool.worthAt(Marks.WORLD.price(engine, spec.base()), Marks.WORLD.price(engine, spec.quote()));
        return engine.shares(participant, venue).doubleValue()
                * (all / pool.totalShares().doubleValue());
    }

    @Test
    void thePartsSumToTheWholeWhateverHappens() {
        Map<Part, Integer> seen = new EnumMap<>(Part.class);
        int reorganisations = 0;
        int positions = 0;
        int options = 0;
        for (long seed = 1; seed <= MARKETS; seed++) {
            Play play = new Play(seed, seed % 4 == 0, true, Optional::of);
            reorganisations += play.reorganisations;
            positions += play.positions;
            options += play.options;
            for (Parts parts : play.attribution.parts()) {
                for (Part part : Part.values()) {
                    seen.merge(part, parts.of(part).signum() == 0 ? 0 : 1, Integer::sum);
                }
            }
            assertThat(play.samples).isGreaterThan(5);
        }
        assertThat(reorganisations).isGreaterThan(500);
        assertThat(positions).as("fills of own orders on derivatives").isGreaterThan(1_000);
        assertThat(options).as("own trades of options").isGreaterThan(400);
        assertThat(seen)
                .hasSize(Part.values().length)
                .allSatisfy((part, times) -> assertThat(times).as("%s", part).isGreaterThan(20));
    }

    @Test
    void whereNobodyGivesAnythingEveryUnitHasACause() {
        for (long seed = 201; seed <= 220; seed++) {
            assertThat(new Play(seed, false, false, Optional::of).hasTransfers())
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    /** What a part would miss if it forgot an event, or read it wrongly, has no cause any more. */
    @Test
    void plantedFaultsAreFound() {
        Map<String, Function<MarketEvent, Optional<MarketEvent>>> faults = Map.of(
                "a forgotten fee of the taker", event -> Optional.of(fees(event, 1, 0)),
                "a fee of the maker with the wrong sign", event -> Optional.of(fees(event, -1, 1)),
                "a forgotten bridge fee", event -> unless(event instanceof TransportEvent.FundsArrived, event),
                "a forgotten fill", event -> unless(event instanceof BookEvent.OrderFilled, event),
                "a forgotten fee for data", event -> unless(event instanceof MarketEvent.DataPaid, event),
                "a forgotten transaction", event -> unless(event instanceof MarketEvent.TransactionExecuted, event),
                "a fill on the wrong side", event -> Optional.of(otherSide(event)));
        faults.forEach((fault, told) -> assertThat(new Play(202, false, false, told).hasTransfers())
                .as(fault)
                .isTrue());
    }

    private static Optional<MarketEvent> unless(boolean forgotten, MarketEvent event) {
        return forgotten ? Optional.empty() : Optional.of(event);
    }

    private static MarketEvent fees(MarketEvent event, long makerFactor, long takerFactor) {
        return event instanceof BookEvent.OrderFilled fill
                ? new BookEvent.OrderFilled(
                        fill.timeNanos(),
                        fill.venue(),
                        fill.maker(),
                        fill.taker(),
                        fill.makerOrderId(),
                        fill.takerOrderId(),
                        fill.takerSide(),
                        fill.priceTicks(),
                        fill.lots(),
                        makerFactor * fill.makerFee(),
                        takerFactor * fill.takerFee())
                : event;
    }

    private static MarketEvent otherSide(MarketEvent event) {
        return event instanceof BookEvent.OrderFilled fill
                ? new BookEvent.OrderFilled(
                        fill.timeNanos(),
                        fill.venue(),
                        fill.maker(),
                        fill.taker(),
                        fill.makerOrderId(),
                        fill.takerOrderId(),
                        fill.takerSide().opposite(),
                        fill.priceTicks(),
                        fill.lots(),
                        fill.makerFee(),
                        fill.takerFee())
                : event;
    }
}
