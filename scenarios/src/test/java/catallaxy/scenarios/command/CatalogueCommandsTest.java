package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.population.TraderSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.scenarios.catalogue.Catalogue;
import catallaxy.scenarios.catalogue.Entry;
import catallaxy.scenarios.command.Shell.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueCommandsTest {
    private static final Catalogue CATALOGUE = new Catalogue(ProgramHome.scenarios());

    static Stream<Entry> entries() {
        return Catalogue.kinds().stream().flatMap(kind -> CATALOGUE.of(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everythingListedIsDescribed(Entry entry) {
        Outcome outcome = Shell.catallaxy("describe", entry.name());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains(entry.summary());
    }

    @Test
    void everyRoleAndEveryTraderIsListed() {
        int roles = RoleSpec.class.getPermittedSubclasses().length;
        int traders = TraderSpec.class.getPermittedSubclasses().length;
        assertThat(CATALOGUE.of("agents")).hasSize(roles);
        assertThat(CATALOGUE.of("traders")).hasSize(traders);
    }

    @Test
    void kindsChooseWhatIsListed() {
        assertThat(Shell.catallaxy("list", "venues").out())
                .contains("uniswap-v2")
                .doesNotContain("momentum");
    }

    @Test
    void mistypedNamesAndKindsNameTheNearest() {
        assertThat(Shell.catallaxy("describe", "market-makr").err()).contains("did you mean market-maker?");
        assertThat(Shell.catallaxy("list", "agent").err()).contains("did you mean agents?");
        assertThat(Shell.catallaxy("list", "agent").exitCode()).isEqualTo(2);
    }

    @Test
    void jsonIsOneObject() {
        assertThat(Shell.catallaxy("list", "--json").lastLine()).startsWith("{\"entries\":[{");
    }
}
