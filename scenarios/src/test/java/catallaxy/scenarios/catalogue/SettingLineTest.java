package catallaxy.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.role.RoleKey;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.scenarios.file.manual.ManualKind;
import catallaxy.scenarios.file.manual.ScenarioKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each setting is shown with what it may be and its default. */
class SettingLineTest {
    @Test
    void aSettingOfARole() {
        assertThat(SettingLine.of(RoleKey.number("max-slippage", "0 to 1", "0.01", "A fraction.")))
                .isEqualTo("  max-slippage  A fraction. (number, 0 to 1; default 0.01)");
        assertThat(SettingLine.of(RoleKey.required("venue", RoleKey.Type.VENUE, "Where.")))
                .isEqualTo("  venue  Where. (name; required)");
    }

    @Test
    void aSettingOfAVenue() {
        assertThat(SettingLine.of(VenueKey.number("fee-bps", "30", 0, 100, "Fee.")))
                .isEqualTo("  fee-bps  Fee. (number, 0 to 100; default 30)");
        assertThat(SettingLine.of(VenueKey.number("depth", "1.5", 0.5, Double.MAX_VALUE, "Depth.")))
                .isEqualTo("  depth  Depth. (number, at least 0.5; default 1.5)");
        assertThat(SettingLine.of(VenueKey.flag("open", true, "Open.")))
                .isEqualTo("  open  Open. (true or false; default true)");
        assertThat(SettingLine.of(VenueKey.quantity("reserve", "Reserve.")))
                .isEqualTo("  reserve  Reserve. (amount; required)");
    }

    @Test
    void aKeyOfTheManual() {
        ScenarioKey key = new ScenarioKey("a.gamma", "Aversion.", "number", "above 0", Optional.of("0.1"));
        assertThat(SettingLine.of("gamma", key)).isEqualTo("  gamma  Aversion. (number, above 0; default 0.1)");
    }

    /** What the catalogue shows of every role and policy has the default of each key that has one. */
    @Test
    void theCatalogueShowsThem() {
        Path scenarios = Path.of(System.getProperty("catallaxy.root", ".."), "scenarios");
        Catalogue catalogue = new Catalogue(scenarios);
        for (RoleKind<?> role : RoleKinds.registered().all()) {
            String detail = catalogue.named(role.name()).stream()
                    .filter(entry -> entry.kind().equals("agents"))
                    .findFirst()
                    .orElseThrow()
                    .detail();
            assertThat(role.keys()).allSatisfy(key -> assertThat(detail).contains(SettingLine.of(key)));
        }
        for (ManualKind policy : ManualKind.policies()) {
            String detail = catalogue.of("policies").stream()
                    .filter(entry -> entry.name().equals(policy.name()))
                    .findFirst()
                    .orElseThrow()
                    .detail();
            policy.keys().stream()
                    .flatMap(key -> key.defaultValue().stream())
                    .forEach(value ->
                            assertThat(detail).contains("default " + (value.isEmpty() ? "empty" : value) + ")"));
        }
    }
}
