package catallaxy.scenarios.file.manual;

import java.util.Arrays;
import java.util.Optional;

/** Where in a scenario each family of templates is used. */
enum TemplatePlace {
    ASSET("asset", "assets.NAME", false),
    CHAIN("chain", "chains.NAME", true),
    EXCHANGE("exchange", "exchanges.NAME", false),
    VENUE("venue", "venues.NAME", true),
    HOOK("hook", "venues.NAME.hook", true),
    BRIDGE("bridge", "bridges.NAME", false),
    PRICE("price", "world.assets.NAME", true),
    REGIME("regime", "world.regimes.NAME", false),
    SHOCK("shock", "world.shocks.NAME", false),
    POPULATION("population", "population.NAME", true),
    AGENT("agent", "agents.NAME", true),
    POLICY("policy", "agents.NAME.policy", true),
    SEAT("seat", "learners.NAME", false),
    BELIEF("belief", "agents.NAME.policy.assets.NAME", false),
    TAIL_LIMIT("tail-limit", "agents.NAME.policy.further-limits.NAME", false),
    PROBLEM("problem", "problem", true),
    LEARNER("learner", "learners.KIND", true),
    METHOD("method", "methods.KIND", true),
    PARAMETER("parameter", "evolution.space.NAME", true),
    DESCRIPTOR("descriptor", "evolution.descriptors.NAME", false);

    private final String family;
    private final String collection;
    private final boolean hasKinds;

    TemplatePlace(String family, String collection, boolean hasKinds) {
        this.family = family;
        this.collection = collection;
        this.hasKinds = hasKinds;
    }

    /** The place of a key of the manual; empty for one outside templates. */
    static Optional<TemplatePlace> of(String manualPath) {
        return Arrays.stream(values())
                .filter(place -> manualPath.startsWith("templates." + place.family + "."))
                .findFirst();
    }

    /** The part of the key's path in the manual that is not written in a scenario, with its last dot. */
    String prefix(String manualPath) {
        int end = ("templates." + family + ".").length();
        return manualPath.substring(0, hasKinds ? manualPath.indexOf('.', end) + 1 : end);
    }

    /** The key's path in a scenario. */
    String inScenario(String manualPath) {
        String prefix = prefix(manualPath);
        String kind = prefix.replaceFirst("templates\\." + family + "\\.", "").replace(".", "");
        return collection.replace("KIND", kind) + "." + manualPath.substring(prefix.length());
    }

    /** Whether a path of a scenario lies in this collection. */
    boolean contains(String scenarioPath) {
        String pattern = collection.replace(".", "\\.").replaceAll("NAME|KIND", "[^.]+");
        return scenarioPath.matches(pattern + "\\..+");
    }
}
