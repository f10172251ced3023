package catallaxy.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports run one way, each heavy library has one owner, and packages form no cycles. */
final class ModuleRulesTest {
    private static final ImportOption MAIN_CLASSES =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(MAIN_CLASSES).importPackages("catallaxy");

    @TempDir
    Path folder;

    @Test
    void baseStandsAlone() {
        ModuleRules.BASE_STANDS_ALONE.check(HOUSE);
    }

    @Test
    void apiKnowsTheBase() {
        ModuleRules.API_KNOWS_THE_BASE.check(HOUSE);
    }

    @Test
    void marketKnowsBaseAndApi() {
        ModuleRules.MARKET_KNOWS_BASE_AND_API.check(HOUSE);
    }

    @Test
    void searchKnowsBaseAndApi() {
        ModuleRules.SEARCH_KNOWS_BASE_AND_API.check(HOUSE);
    }

    @Test
    void agentsKnowTheMarketAndActors() {
        ModuleRules.AGENTS_KNOW_THE_MARKET_AND_ACTORS.check(HOUSE);
    }

    @Test
    void actorsHaveOneOwner() {
        ModuleRules.ACTORS_HAVE_ONE_OWNER.check(HOUSE);
    }

    @Test
    void networksHaveOneOwner() {
        ModuleRules.NETWORKS_HAVE_ONE_OWNER.check(HOUSE);
    }

    @Test
    void evolutionKnowsBaseAndApi() {
        ModuleRules.EVOLUTION_KNOWS_BASE_AND_API.check(HOUSE);
    }

    @Test
    void jeneticsHasOneOwner() {
        ModuleRules.JENETICS_HAS_ONE_OWNER.check(HOUSE);
    }

    @Test
    void modelsHaveOneOwner() {
        ModuleRules.MODELS_HAVE_ONE_OWNER.check(HOUSE);
    }

    @Test
    void commandLineLibrariesHaveOneOwner() {
        ModuleRules.COMMAND_LINE_LIBRARIES_HAVE_ONE_OWNER.check(HOUSE);
    }

    @Test
    void whoDecidesSeesNoEngine() {
        ModuleRules.WHO_DECIDES_SEES_NO_ENGINE.check(HOUSE);
    }

    @Test
    void nobodyNamesAProtocol() {
        ModuleRules.PROTOCOLS_ARE_KNOWN_BY_THEIR_KIND.check(HOUSE);
    }

    @Test
    void packagesFormNoCycles() {
        ModuleRules.NO_PACKAGE_CYCLES.check(HOUSE);
    }

    @Test
    void theHouseWasReallyRead() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().replaceFirst("^catallaxy\\.(\\w+).*", "$1")))
                .contains("environment", "mcts", "evolution", "agents", "scenarios");
    }

    @Test
    void importAgainstTheDirectionIsSeen() throws IOException {
        JavaClasses planted = compile(
                Map.of(
                        "catallaxy/agents/A.java", "package catallaxy.agents; public class A {}",
                        "catallaxy/environment/market/M.java",
                                "package catallaxy.environment.market; public class M { Object a = new catallaxy.agents.A(); }",
                        "catallaxy/mcts/T.java",
                                "package catallaxy.mcts; class T { Object m = new catallaxy.environment.market.M(); }",
                        "catallaxy/evolution/E.java",
                                "package catallaxy.evolution; class E { Object m = new catallaxy.environment.market.M(); }",
                        "catallaxy/environment/api/V.java",
                                "package catallaxy.environment.api; public class V { Object m = new catallaxy.environment.market.M(); }",
                        "catallaxy/environment/base/N.java",
                                "package catallaxy.environment.base; class N { Object v = new catallaxy.environment.api.V(); }"));
        assertBroken(ModuleRules.MARKET_KNOWS_BASE_AND_API, planted);
        assertBroken(ModuleRules.SEARCH_KNOWS_BASE_AND_API, planted);
        assertBroken(ModuleRules.EVOLUTION_KNOWS_BASE_AND_API, planted);
        assertBroken(ModuleRules.API_KNOWS_THE_BASE, planted);
        assertBroken(ModuleRules.BASE_STANDS_ALONE, planted);
    }

    @Test
    void foreignLibraryIsSeen() throws IOException {
        JavaClasses planted = compile(
                Map.of(
                        "akka/Actor.java", "package akka; public class Actor {}",
                        "ai/djl/Device.java", "package ai.djl; public class Device {}",
                        "picocli/Cli.java", "package picocli; public class Cli {}",
                        "org/tribuo/Model.java", "package org.tribuo; public class Model {}",
                        "catallaxy/scenarios/S.java",
                                "package catallaxy.scenarios; class S { Object a = new akka.Actor(); Object d = new ai.djl.Device(); }",
                        "catallaxy/agents/A.java",
                                "package catallaxy.agents; class A { Object c = new picocli.Cli(); Object m = new org.tribuo.Model(); }"));
        assertBroken(ModuleRules.MODELS_HAVE_ONE_OWNER, planted);
        assertBroken(ModuleRules.ACTORS_HAVE_ONE_OWNER, planted);
        assertBroken(ModuleRules.NETWORKS_HAVE_ONE_OWNER, planted);
        assertBroken(ModuleRules.COMMAND_LINE_LIBRARIES_HAVE_ONE_OWNER, planted);
        assertBroken(ModuleRules.AGENTS_KNOW_THE_MARKET_AND_ACTORS, planted);
    }

    @Test
    void roleThatSeesTheEngineIsSeen() throws IOException {
        assertBroken(
                ModuleRules.WHO_DECIDES_SEES_NO_ENGINE,
                compile(
                        Map.of(
                                "catallaxy/environment/market/engine/MarketEngine.java",
                                        "package catallaxy.environment.market.engine; public class MarketEngine {}",
                                "catallaxy/environment/market/role/R.java",
                                        "package catallaxy.environment.market.role; class R { void act(catallaxy.environment.market.engine.MarketEngine m) {} }")));
        assertBroken(
                ModuleRules.WHO_DECIDES_SEES_NO_ENGINE,
                compile(
                        Map.of(
                                "catallaxy/environment/market/engine/EngineView.java",
                                        "package catallaxy.environment.market.engine; public class EngineView {}",
                                "catallaxy/agents/A.java",
                                        "package catallaxy.agents; class A { Object seen = new catallaxy.environment.market.engine.EngineView(); }")));
    }

    @Test
    void whoNamesAProtocolIsSeen() throws IOException {
        JavaClasses planted = compile(
                Map.of(
                        "catallaxy/environment/market/venue/lending/Pool.java",
                                "package catallaxy.environment.market.venue.lending; public class Pool {}",
                        "catallaxy/environment/market/engine/E.java",
                                "package catallaxy.environment.market.engine; class E { Object pool = new catallaxy.environment.market.venue.lending.Pool(); }"));
        assertBroken(ModuleRules.PROTOCOLS_ARE_KNOWN_BY_THEIR_KIND, planted);
    }

    @Test
    void packageCycleIsSeen() throws IOException {
        JavaClasses planted = compile(Map.of(
                "catallaxy/agents/A.java",
                        "package catallaxy.agents; public class A { Object b = new catallaxy.agents.inner.B(); }",
                "catallaxy/agents/inner/B.java",
                        "package catallaxy.agents.inner; public class B { catallaxy.agents.A a; }"));
        assertBroken(ModuleRules.NO_PACKAGE_CYCLES, planted);
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes) {
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    private JavaClasses compile(Map<String, String> textByPath) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (Map.Entry<String, String> source : textByPath.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return new ClassFileImporter().importPath(folder);
    }
}
