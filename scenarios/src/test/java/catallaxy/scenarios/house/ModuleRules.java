package catallaxy.scenarios.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which module may import what. */
final class ModuleRules {
    private static final String BASE = "catallaxy.environment.base..";
    private static final String API = "catallaxy.environment.api..";
    private static final String MARKET = "catallaxy.environment.market..";
    private static final String MCTS = "catallaxy.mcts..";
    private static final String EVOLUTION = "catallaxy.evolution..";
    private static final String AGENTS = "catallaxy.agents..";
    private static final String SCENARIOS = "catallaxy.scenarios..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";

    static final ArchRule BASE_STANDS_ALONE = knowsOnly(BASE, JAVA, NULLNESS);

    static final ArchRule API_KNOWS_THE_BASE = knowsOnly(API, BASE, JAVA, NULLNESS);

    static final ArchRule MARKET_KNOWS_BASE_AND_API = knowsOnly(MARKET, BASE, API, JAVA, NULLNESS);

    static final ArchRule SEARCH_KNOWS_BASE_AND_API = knowsOnly(MCTS, BASE, API, JAVA, NULLNESS);

    static final ArchRule EVOLUTION_KNOWS_BASE_AND_API =
            knowsOnly(EVOLUTION, BASE, API, JAVA, NULLNESS, "io.jenetics..");

    static final ArchRule AGENTS_KNOW_THE_MARKET_AND_ACTORS = classes()
            .that()
            .resideInAPackage(AGENTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    AGENTS,
                    BASE,
                    API,
                    MARKET,
                    MCTS,
                    EVOLUTION,
                    JAVA,
                    NULLNESS,
                    "akka..",
                    "scala..",
                    "org.slf4j..",
                    "com.typesafe.config..",
                    "ai.djl..",
                    "org.hipparchus..",
                    "org.tribuo..",
                    "com.oracle.labs.mlrg.olcut..",
                    "com.google.protobuf..");

    static final ArchRule NETWORKS_HAVE_ONE_OWNER = ownedBy(AGENTS, "ai.djl..");

    static final ArchRule MODELS_HAVE_ONE_OWNER =
            ownedBy("catallaxy.agents.model..", "org.tribuo..", "com.oracle.labs..", "com.google.protobuf..");

    static final ArchRule JENETICS_HAS_ONE_OWNER = ownedBy(EVOLUTION, "io.jenetics..");

    static final ArchRule ACTORS_HAVE_ONE_OWNER = ownedBy(AGENTS, "akka..", "scala..");

    static final ArchRule COMMAND_LINE_LIBRARIES_HAVE_ONE_OWNER =
            ownedBy(SCENARIOS, "picocli..", "com.fasterxml.jackson..", "de.siegmar.fastcsv..");

    static final ArchRule WHO_DECIDES_SEES_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("catallaxy.environment.market.role..", "catallaxy.environment.market.trading..", AGENTS)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("catallaxy\\.environment\\.market\\.engine\\.(MarketEngine|EngineView)")
            .because(
                    "roles and agents look through a MarketView and act through a Gateway, whatever market is behind them");

    /** Its arithmetic is measured, else a protocol is known to nobody. */
    static final ArchRule PROTOCOLS_ARE_KNOWN_BY_THEIR_KIND = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "catallaxy.environment.market.venue..", "catallaxy.scenarios.bench..", "catallaxy.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("catallaxy.environment.market.venue.*..")
            .because("a protocol is added by a package and a registration, and reached through its capabilities");

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("catallaxy.(**)").should().beFreeOfCycles();

    private ModuleRules() {}

    private static ArchRule knowsOnly(String module, String... known) {
        String[] all = Arrays.copyOf(known, known.length + 1);
        all[known.length] = module;
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }

    private static ArchRule ownedBy(String owner, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }
}
