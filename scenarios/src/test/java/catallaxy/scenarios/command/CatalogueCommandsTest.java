package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.population.GroupKind;
import catallaxy.environment.market.population.GroupKinds;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.scenarios.catalogue.Catalogue;
import catallaxy.scenarios.catalogue.Entry;
import catallaxy.scenarios.command.Shell.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueCommandsTest {
    private static final Catalogue CATALOGUE = new Catalogue(ProgramHome.scenarios());

    static Stream<Entry> entries() {
        return Catalogue.kinds().stream()
                .filter(kind -> !kind.equals("features") && !kind.equals("keys"))
                .flatMap(kind -> CATALOGUE.of(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everythingListedIsDescribed(Entry entry) {
        Outcome outcome = Shell.catallaxy("describe", entry.name());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains(entry.summary());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindCanBeListed(String kind) {
        Outcome outcome = Shell.catallaxy("list", kind);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith(kind + " "));
        if (!kind.equals("keys")) {
            assertThat(CATALOGUE.of(kind)).extracting(Entry::name).doesNotHaveDuplicates();
        }
        assertThat(CATALOGUE.of(kind)).allSatisfy(entry -> {
            assertThat(entry.summary()).isNotBlank();
            assertThat(entry.detail()).isNotBlank();
        });
    }

    static Stream<String> kinds() {
        return Catalogue.kinds().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "roles, agents, market-maker",
        "Role, agents, market-maker",
        "policy, policies, merton-band",
        "FEATURES, features, time_remaining",
        "algorithms, learners, ppo",
        "population, traders, noise",
        "worlds, prices, replay",
        "calls, commands, swap"
    })
    void kindsHaveOtherNames(String typed, String kind, String entry) {
        assertThat(Shell.catallaxy("list", typed).out()).contains(kind).contains(entry);
        assertThat(Shell.catallaxy("list", typed, kind).out())
                .isEqualTo(Shell.catallaxy("list", kind).out());
    }

    @ParameterizedTest
    @CsvSource({
        "ppo, learners, learner = ppo, clip-range",
        "rainbow, learners, learner = rainbow, atoms",
        "muzero, learners, learner = muzero, reanalysed",
        "avellaneda-stoikov, policies, agents.NAME.policy { kind = avellaneda-stoikov }, gamma",
        "hold, policies, agents.NAME.policy { kind = hold }, no settings",
        "merton, problems, problem { kind = merton }, settings",
        "bridge, bridges, bridges.NAME, delay",
        "place-order, commands, MarketCommand.PlaceOrder, Limit prices are ticks",
        "sharpe, figures, Sharpe, risk-free rate 0",
        "price, charts, section: Prices, exogenous fundamental price",
        "eval/mean_reward, metrics, metrics.jsonl, held-out"
    })
    void describeSaysWhatItIsAndHowItIsUsed(String name, String kind, String usage, String detail) {
        Outcome outcome = Shell.catallaxy("describe", name);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(name + " (" + kind + "): ")
                .contains(usage)
                .contains(detail);
    }

    @Test
    void everyCommandAndCallOfTheMarketIsListed() {
        Stream<Class<?>> calls = Kinds.registered().all().stream()
                .flatMap(kind -> kind.calls().stream())
                .map(CallKind::type);
        Stream<Class<?>> commands = Stream.concat(Stream.of(MarketCommand.class.getPermittedSubclasses()), calls);
        assertThat(CATALOGUE.of("commands"))
                .extracting(Entry::name)
                .containsExactlyInAnyOrderElementsOf(
                        commands.map(each -> kebab(each.getSimpleName())).toList());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "market-maker, inventory, bid_offset_bps, 'pnl, inventory_penalty, costs'",
        "portfolio, weight., weight., 'pnl, costs'",
        "arbitrage, .price, .trade, 'pnl, costs'",
        "risk, equity, scale., 'equity_change, drawdown_penalty'",
        "trader, price.spot-ETH-USDC, trade.spot-ETH-USDC, 'pnl, costs'"
    })
    void aRoleTellsWhatItObservesDoesAndIsRewardedFor(String role, String feature, String action, String rewards) {
        String out = Shell.catallaxy("describe", role).out();
        String observed = out.substring(out.indexOf("Observes"), out.indexOf("Does:"));
        String done = out.substring(out.indexOf("Does:"), out.indexOf("Is rewarded"));
        assertThat(observed).contains(feature).contains(" in ");
        assertThat(done).contains(action).contains("for nothing");
        assertThat(out).contains("Is rewarded by the sum of: " + rewards);
    }

    @Test
    void everyRoleAndEveryTraderIsListed() {
        List<String> traders = GroupKinds.registered().all().stream()
                .<String>map(GroupKind::name)
                .toList();
        assertThat(CATALOGUE.of("agents"))
                .extracting(Entry::name)
                .containsExactlyElementsOf(RoleKinds.registered().names());
        assertThat(CATALOGUE.of("traders")).extracting(Entry::name).containsExactlyInAnyOrderElementsOf(traders);
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
        assertThat(Shell.catallaxy("list", "agnts").err()).contains("did you mean agents?");
        assertThat(Shell.catallaxy("list", "agnts").exitCode()).isEqualTo(2);
    }

    @Test
    void jsonIsOneObject() {
        assertThat(Shell.catallaxy("list", "--json").lastLine()).startsWith("{\"entries\":[{");
    }

    @ParameterizedTest
    @CsvSource({"PPO, ppo (learners)", "Avellaneda-Stoikov, avellaneda-stoikov (policies)", "gtc, nothing is called gtc"
    })
    void aNameIsFoundInAnyCase(String typed, String expected) {
        Outcome outcome = Shell.catallaxy("describe", typed);
        assertThat(outcome.out() + outcome.err()).contains(expected);
    }
}
