package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catallaxy.environment.market.margin.MarginTier;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTierColumnsTest {
    private static String text(String kind) {
        return """
            quote = USDC
            duration = 1 h
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            exchanges.desk {}
            venues.perp { kind = KIND, exchange = desk, base = ETH, quote = USDC, tick = 0.1, lot = 0.01 }
            """.replace("KIND", kind);
    }

    private static List<MarginTier> tiers(String kind, String floors, String initial, String maintenance) {
        var scenario = ScenarioReader.readText(
                "tiers.conf",
                text(kind),
                Map.of(
                        "venues.perp.tier-floors",
                        floors,
                        "venues.perp.tier-initial-margin-bps",
                        initial,
                        "venues.perp.tier-maintenance-margin-bps",
                        maintenance));
        VenueSpec.Book book =
                (VenueSpec.Book) scenario.market().engine().venues().getFirst();
        return book.derivative().orElseThrow().margin().tiers();
    }

    @ParameterizedTest
    @CsvSource({"perpetual", "future"})
    void floorsAreBaseUnitsAndRatesMillionths(String kind) {
        assertThat(tiers(kind, "[50000, 250000.5]", "[500, 1000]", "[250.25, 500]"))
                .containsExactly(
                        new MarginTier(50_000_000_000L, 50_000, 25_025),
                        new MarginTier(250_000_500_000L, 100_000, 50_000));
    }

    @Test
    void noneIsOneRateForEveryWorth() {
        assertThat(tiers("perpetual", "[]", "[]", "[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [50000, 40000] | [500, 600] | [300, 300] | tier-floors: expected numbers that rise, found '[50000,40000]'
            [50000] | [] | [300] | tier-initial-margin-bps: expected as many numbers as tier-floors has, 1, found '[]'
            [50000] | [500] | [300, 400] | tier-maintenance-margin-bps: expected as many numbers as tier-floors has, 1
            [50000] | [500] | [501] | tier-maintenance-margin-bps: expected at most the initial margin of each tier
            [50000] | [499] | [300] | tier-initial-margin-bps: expected at least that of the tier below
            [50000] | [500] | [249] | tier-maintenance-margin-bps: expected at least that of the tier below
            [50000, 60000] | [800, 700] | [300, 400] | tier-initial-margin-bps: expected numbers that do not fall
            [0] | [500] | [300] | tier-floors: expected
            [50000] | [20000] | [300] | tier-initial-margin-bps: expected 0.01 to 10000
            """)
    void whatDoesNotFitTogetherIsAMistakeOfItsKey(String floors, String initial, String maintenance, String told) {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> tiers("perpetual", floors, initial, maintenance))
                .withMessageContaining("venues.perp." + told);
    }
}
