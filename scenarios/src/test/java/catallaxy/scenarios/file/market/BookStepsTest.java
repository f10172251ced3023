package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ticks and lots that follow the price, and warnings of those that do not fit it. */
class BookStepsTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USD
            assets { ASSET { decimals = 8 }, GAS { decimals = 18 }, USD { decimals = 6 } }
            world.assets.ASSET { kind = diffusion, initial-price = 3000 }
            world.assets.GAS { kind = diffusion, initial-price = 1000 }
            chains.one { kind = l1, gas-asset = GAS }
            exchanges.spot {}
            venues.book { kind = book, exchange = spot, base = ASSET, quote = USD }
            population.noise { kind = noise, venues = [book], trade-size.mean = 3000 }
            population.ladder { kind = book-provider, venues = [book], level-size = 30000 }
            agents.maker { role = market-maker, venue = book, max-inventory = worth 200000, quote-size = worth 20000
              holdings { spot { USD = 100000 } }, policy { kind = hold } }
            """;

    private static Scenario read(String... keysAndValues) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            overrides.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ScenarioReader.readText("steps.conf", MARKET, overrides);
    }

    private static Scenario priced(String price, String... keysAndValues) {
        String[] all = new String[keysAndValues.length + 2];
        System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
        all[0] = "world.assets.ASSET.initial-price";
        all[1] = price;
        return read(all);
    }

    private static String resolved(Scenario scenario, String key) {
        return scenario.file()
                .resolved()
                .lines()
                .filter(line -> line.startsWith("venues.book." + key + " = "))
                .map(line -> line.substring(line.indexOf('=') + 2))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> warnedKeys(Scenario scenario) {
        return scenario.file().warnings().stream().map(Problem::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3000,       0.1,            0.0001",
        "10000,      1,              0.0001",
        "9999.99,    0.1,            0.0001",
        "60000,      1,              0.00001",
        "1000000,    100,            0.000001",
        "1,          0.0001,         1",
        "0.08,       0.000001,       10",
        "0.0001,     0.00000001,     10000",
        "0.00000001, 0.000000000001, 100000000",
    })
    void stepsAreThePowersOfTenWithinABasisPointAndAQuoteUnit(String price, String tick, String lot) {
        Scenario scenario = priced(price);
        assertThat(resolved(scenario, "tick")).isEqualTo(tick);
        assertThat(resolved(scenario, "lot")).isEqualTo(lot);
        assertThat(scenario.file().warnings()).isEmpty();
    }

    /** Whatever the price and the decimals: exact, fine, and worth about a unit unless the decimals forbid it. */
    @Test
    void followThePriceOverSixteenPowersOfTen() {
        for (int seed = 0; seed < 150; seed++) {
            RandomStream random = RandomStream.of(seed, "test/steps");
            BigDecimal price = BigDecimal.valueOf(StrictMath.pow(10, -8 + 16 * random.nextDouble()));
            int needed = price.precision() - price.scale() - 4;
            int ofBase = Math.max(random.nextInt(11), needed);
            int ofQuote = 6 + random.nextInt(3);
            Scenario scenario = priced(
                    price.toString(),
                    "assets.ASSET.decimals",
                    "" + ofBase,
                    "assets.USD.decimals",
                    "" + ofQuote,
                    "agents.maker",
                    "null",
                    "population",
                    "null");
            BigDecimal tick = new BigDecimal(resolved(scenario, "tick"));
            BigDecimal lot = new BigDecimal(resolved(scenario, "lot"));
            String at = "seed " + seed + ": " + price + ", " + ofBase + ", " + ofQuote + ": " + tick + ", " + lot;
            double bps = tick.divide(price, 30, RoundingMode.UP).doubleValue() * 1e4;
            assertThat(bps).as(at).isBetween(0.1 * (1 - 1e-9), 1.0 + 1e-9);
            VenueSpec.Book book =
                    (VenueSpec.Book) scenario.market().engine().venues().getFirst();
            assertThat(BigDecimal.valueOf(book.lotUnits(), ofBase)).as(at).isEqualByComparingTo(lot);
            assertThat(BigDecimal.valueOf(book.quoteUnitsPerTickLot(), ofQuote))
                    .as(at)
                    .isEqualByComparingTo(tick.multiply(lot));
            double worth = lot.multiply(price).doubleValue();
            boolean least = book.lotUnits() == 1 || book.quoteUnitsPerTickLot() == 1;
            assertThat(worth).as(at).isLessThanOrEqualTo(least ? Double.MAX_VALUE : 1 + 1e-9);
            assertThat(warnedKeys(scenario)).as(at).isEqualTo(worth > 10 ? List.of("venues.book.lot") : List.of());
        }
    }

    @Test
    void aStatedStepStaysAndTheOtherFitsIt() {
        assertThat(resolved(priced("3000", "venues.book.tick", "0.0025"), "lot"))
                .isEqualTo("0.01");
        assertThat(resolved(priced("3000", "venues.book.tick", "0.25"), "lot")).isEqualTo("0.0001");
        Scenario fineLot = priced("3000", "venues.book.lot", "0.000001");
        assertThat(resolved(fineLot, "tick")).isEqualTo("1");
        assertThat(resolved(fineLot, "lot")).isEqualTo("0.000001");
        assertThat(resolved(priced("3000", "venues.book.lot", "2"), "tick")).isEqualTo("0.1");
    }

    @Test
    void aBookQuotedInAnotherAssetFollowsTheRatioAndIsStillWorthAQuoteUnit() {
        Scenario scenario = priced("60000", "venues.book.quote", "GAS");
        assertThat(resolved(scenario, "tick")).as("of 60 GAS").isEqualTo("0.001");
        assertThat(resolved(scenario, "lot")).as("64 bits of 18 decimals").isEqualTo("0.00000001");
    }

    @Test
    void theResolvedScenarioKeepsTheNumbers() {
        Scenario scenario = priced("0.08");
        Scenario again = ScenarioReader.readText("steps.conf", scenario.file().resolved(), Map.of());
        assertThat(again.file().resolved()).isEqualTo(scenario.file().resolved());
        assertThat(again.file().configDigest()).isEqualTo(scenario.file().configDigest());
        assertThat(again.market()).isEqualTo(scenario.market());
    }

    @ParameterizedTest
    @CsvSource({"0.01, 10.0, false", "0.01, 9.99, true", "0.01, 0.08, true", "0.1, 3000, false", "5, 3000, true"})
    void aTickOfMoreThanTenBasisPointsIsWarnedOfByItsKey(String tick, String price, boolean warned) {
        Scenario scenario = priced(price, "venues.book.tick", tick);
        assertThat(warnedKeys(scenario)).isEqualTo(warned ? List.of("venues.book.tick") : List.of());
    }

    @Test
    void theWarningSaysTheBasisPointsAndTheWayOut() {
        assertThat(priced("0.08", "venues.book.tick", "0.01").file().warnings())
                .singleElement()
                .hasToString("command line: venues.book.tick: is 1250 bp of the first price, 0.08 USD, and so is the"
                        + " least spread; tick = auto follows the price");
    }

    @Test
    void aLotWorthMoreThanWhatIsTradedIsWarnedOf() {
        Scenario scenario = priced("60000", "venues.book.lot", "0.5");
        assertThat(warnedKeys(scenario))
                .containsExactlyInAnyOrder("agents.maker.quote-size", "population.noise.trade-size.mean");
        Scenario dearer = priced("60000", "venues.book.lot", "0.6");
        assertThat(warnedKeys(dearer)).contains("population.ladder.level-size");
        assertThat(warnedKeys(priced("60000", "venues.book.lot", "0.05"))).isEmpty();
    }

    @Test
    void decimalsThatAskForADearLotAreWarnedOf() {
        Scenario scenario = priced("60000", "assets.ASSET.decimals", "0", "agents.maker.quote-size", "1");
        assertThat(resolved(scenario, "lot")).isEqualTo("1");
        assertThat(warnedKeys(scenario)).contains("venues.book.lot", "population.noise.trade-size.mean");
        Scenario cents = priced("0.08", "assets.USD.decimals", "2");
        assertThat(resolved(cents, "lot")).as("a tick of it is a cent").isEqualTo("10000");
        assertThat(warnedKeys(cents)).containsExactly("venues.book.lot");
    }

    @Test
    void sizesByWorthFollowThePrice() {
        Scenario scenario = priced("0.08");
        assertThat(scenario.market().agents().getFirst().role())
                .hasToString(
                        priced("0.08", "agents.maker.max-inventory", "2500000", "agents.maker.quote-size", "250000")
                                .market()
                                .agents()
                                .getFirst()
                                .role()
                                .toString());
    }
}
