package catallaxy.scenarios.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import catallaxy.environment.market.arithmetic.UInt256;
import catallaxy.environment.market.kernel.TraceDigest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may import what. */
final class ModuleRules {
    private static final String MARKET = "catallaxy.environment.market..";
    private static final String AGENTS = "catallaxy.agents..";
    private static final String SCENARIOS = "catallaxy.scenarios..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";

    static final ArchRule MARKET_STANDS_ALONE = classes()
            .that()
            .resideInAPackage(MARKET)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MARKET, JAVA, NULLNESS);

    static final ArchRule AGENTS_KNOW_THE_MARKET_AND_ACTORS = classes()
            .that()
            .resideInAPackage(AGENTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    AGENTS,
                    MARKET,
                    JAVA,
                    NULLNESS,
                    "akka..",
                    "scala..",
                    "org.slf4j..",
                    "com.typesafe.config..",
                    "ai.djl..",
                    "org.hipparchus..");

    static final ArchRule NETWORKS_HAVE_ONE_OWNER = ownedBy(AGENTS, "ai.djl..");

    static final ArchRule ACTORS_HAVE_ONE_OWNER = ownedBy(AGENTS, "akka..", "scala..");

    static final ArchRule COMMAND_LINE_LIBRARIES_HAVE_ONE_OWNER =
            ownedBy(SCENARIOS, "picocli..", "com.fasterxml.jackson..", "org.apache.commons.text..");

    /** The digest reads the limbs of the numbers that are themselves saved by the kernel's writer. */
    static final ArchRule NO_PACKAGE_CYCLES = slices().matching("catallaxy.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(TraceDigest.class, UInt256.class);

    private ModuleRules() {}

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
