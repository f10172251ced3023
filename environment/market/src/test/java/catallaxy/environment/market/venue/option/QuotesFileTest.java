package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionRight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of quotes: what they say, and what is told of a wrong line. */
final class QuotesFileTest {
    private static final String VOLATILITIES = "expiry-hours,strike,forward,volatility";
    private static final String PRICES = "expiry-hours,strike,forward,right,bid,ask";

    @Test
    void volatilitiesAreTakenAsTheyAre() {
        List<SurfaceQuote> quotes =
                QuotesFile.of(List.of("# yesterday", VOLATILITIES, "", "24, 2000, 2000, 0.6", "48,2200,2000,0.7"));
        assertThat(quotes).hasSize(2);
        assertThat(quotes.getFirst()).isEqualTo(new SurfaceQuote(24 / 8760.0, 0, 0.6, 1));
        assertThat(quotes.getLast().logMoneyness()).isEqualTo(StrictMath.log(1.1));
    }

    /** Prices of a known volatility, a little below and above it. */
    @Test
    void pricesAreTurnedIntoTheirVolatility() {
        BlackScholes option = BlackScholes.undiscounted(2000, 1900, 100 / 8760.0);
        for (OptionRight right : OptionRight.values()) {
            String line = "100,1900,2000," + right + "," + option.price(right, 0.59) + "," + option.price(right, 0.61);
            SurfaceQuote quote = QuotesFile.of(List.of(PRICES, line)).getFirst();
            assertThat(quote.volatility()).isCloseTo(0.6, within(1e-9));
            assertThat(quote.weight()).isCloseTo(1 / (0.02 * 0.02), within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strike,volatility | 1,2 | line 1 has expiry-hours",
                VOLATILITIES + " | 1,2000,2000 | line 2 has 4 values, not 3",
                VOLATILITIES + " | 1,2000,2000,x | line 2 has a positive volatility, not x",
                VOLATILITIES + " | 1,-2000,2000,0.5 | line 2 has a positive strike, not -2000",
                PRICES + " | 1,2000,2000,both,5,6 | line 2 has call or put, not both",
                PRICES + " | 24,2000,2000,call,30,29 | line 2 has an ask that is not below the bid",
                PRICES + " | 24,1000,2000,call,900,1100 | line 2 has a bid that some volatility gives, not 900"
            })
    void aWrongLineIsTold(String header, String line, String message) {
        assertThatThrownBy(() -> QuotesFile.of(List.of(header, line))).hasMessageContaining(message);
    }

    @Test
    void aFileWithoutQuotesIsRefused() {
        assertThatThrownBy(() -> QuotesFile.of(List.of(VOLATILITIES))).hasMessageContaining("at least one quote");
    }
}
