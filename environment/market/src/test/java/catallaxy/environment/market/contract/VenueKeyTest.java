package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The three sorts of keys of a venue. */
final class VenueKeyTest {
    @Test
    void aQuantityMustBeGiven() {
        VenueKey key = VenueKey.quantity("reserve", "What is there at first.");
        assertThat(key)
                .isEqualTo(new VenueKey(
                        "reserve",
                        VenueKey.Type.QUANTITY,
                        "",
                        0,
                        Double.MAX_VALUE,
                        List.of(),
                        List.of(),
                        "What is there at first."));
    }

    @Test
    void aNumberHasItsRange() {
        VenueKey key = VenueKey.number("fee", "0.3", 0, 1, "Of each trade.");
        assertThat(key)
                .isEqualTo(
                        new VenueKey("fee", VenueKey.Type.NUMBER, "0.3", 0, 1, List.of(), List.of(), "Of each trade."));
    }

    @Test
    void aFlagIsWrittenAsInScenarios() {
        assertThat(VenueKey.flag("on", false, "").initial()).isEqualTo("false");
        assertThat(VenueKey.flag("on", true, "").initial()).isEqualTo("true");
        assertThat(VenueKey.flag("on", true, "").type()).isEqualTo(VenueKey.Type.FLAG);
    }
}
