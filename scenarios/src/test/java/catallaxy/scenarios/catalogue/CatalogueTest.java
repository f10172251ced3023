package catallaxy.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueTest {
    private static final Path SCENARIOS = Path.of(System.getProperty("catallaxy.root"), "scenarios");
    private static final Catalogue CATALOGUE = new Catalogue(SCENARIOS);

    @ParameterizedTest
    @CsvSource({
        "agents, agents",
        "agent, agents",
        "Policy, policies",
        "PROBLEM, problems",
        "roles, agents",
        "role, agents",
        "world, prices",
        "call, commands",
        "population, traders",
        "agnts, agnts",
        "Agnts, Agnts"
    })
    void aKindIsKnownByItsWordAndByOthers(String typed, String kind) {
        assertThat(Catalogue.kind(typed)).isEqualTo(kind);
    }

    @Test
    void everyEntryIsOfAKindThatIsListed() {
        Set<String> kinds = Set.copyOf(Catalogue.kinds());
        assertThat(kinds).hasSize(Catalogue.kinds().size());
        int listed = Catalogue.kinds().stream()
                .mapToInt(kind -> CATALOGUE.of(kind).size())
                .sum();
        assertThat(listed).isGreaterThan(300);
        assertThat(CATALOGUE.of("agnts")).isEmpty();
    }

    @Test
    void aNameThatSeveralKindsShareIsAllOfThem() {
        for (String kind : Catalogue.kinds()) {
            for (Entry entry : CATALOGUE.of(kind)) {
                assertThat(CATALOGUE.named(entry.name()))
                        .as(entry.name())
                        .contains(entry)
                        .allMatch(each -> each.name().equals(entry.name()));
            }
        }
    }

    @Test
    void whatIsNotThereIsAskedFor() {
        assertThatThrownBy(() -> CATALOGUE.named("uniswap-v22"))
                .isInstanceOf(UserError.class)
                .hasMessage("nothing is called uniswap-v22; did you mean uniswap-v2?");
        assertThat(CATALOGUE.named("PPO")).extracting(Entry::name).containsExactly("ppo");
    }

    /** Every feature and component of the example's seats, with the bounds that the market states. */
    @Test
    void rolesAreShownAsTheExamplesSeatsAre() {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("two-chains.conf"), Map.of());
        MarketEnvironment market = new MarketEnvironment(scenario.market());
        for (SeatSpec seat : scenario.market().agents()) {
            String detail = CATALOGUE.named(seat.role().role()).stream()
                    .filter(entry -> entry.kind().equals("agents"))
                    .findFirst()
                    .orElseThrow()
                    .detail();
            for (Feature feature : market.observationSpec(seat.id()).features()) {
                assertThat(detail).contains("\n  " + feature.name() + "  [");
                assertThat(CATALOGUE.of("features"))
                        .filteredOn(entry -> entry.name().equals(feature.name()))
                        .singleElement()
                        .satisfies(entry ->
                                assertThat(entry.summary()).contains(seat.role().role()));
            }
            for (ActionComponent action : market.actionSpec(seat.id()).components()) {
                assertThat(detail).contains("\n  " + action.name() + "  " + action.domain() + "; ");
            }
            assertThat(detail).endsWith(": " + String.join(", ", market.rewardTerms(seat.id())));
        }
    }

    @Test
    void withoutScenariosTheRestIsThere(@TempDir Path empty) {
        Catalogue bare = new Catalogue(empty);
        assertThat(bare.of("scenarios")).isEmpty();
        assertThat(bare.of("features")).isEmpty();
        assertThat(bare.of("learners")).isEqualTo(CATALOGUE.of("learners"));
        assertThat(bare.of("agents"))
                .extracting(Entry::name)
                .isEqualTo(CATALOGUE.of("agents").stream().map(Entry::name).toList());
        assertThat(bare.of("agents")).noneMatch(entry -> entry.detail().contains("Observes"));
        assertThat(bare.of("factors")).hasSameSizeAs(CATALOGUE.of("factors"));
    }
}
