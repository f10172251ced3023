package catallaxy.scenarios.file.manual;

import catallaxy.agents.training.LearnerKinds;
import catallaxy.environment.base.registry.Registry;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.evolution.search.EvolvableKind;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.text.Written;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A manual: every key that a scenario may have, with its default. {@code reference.conf} is that of market scenarios,
 * {@code training-reference.conf} that of training scenarios. Templates describe what is named by the scenario:
 * {@code templates.FAMILY.KIND}. Immutable.
 */
public final class Manual {
    private static final Manual SHIPPED = new Manual(read("reference.conf")
            .root
            .withFallback(venues(Kinds.registered()))
            .withFallback(parts(Kinds.registered()))
            .withFallback(roles(RoleKinds.registered())));

    /** Read when somebody asks. */
    private static final class OfTraining {
        private static final Manual MANUAL = new Manual(read("training-reference.conf")
                .root
                .withFallback(learners(LearnerKinds.registered()))
                .withFallback(problems(SearchKinds.problems()))
                .withFallback(methods(SearchKinds.methods())));
    }

    /** Families to which jars of users add. */
    private static final Set<String> OPEN = Set.of(
            "templates.venue",
            "templates.hook",
            "templates.agent",
            "templates.learner",
            "templates.problem",
            "templates.method");

    private final ConfigObject root;
    private final Map<String, ConfigObject> templates = new ConcurrentHashMap<>();
    private final Map<String, List<String>> kinds = new ConcurrentHashMap<>();

    private Manual(ConfigObject root) {
        this.root = root;
    }

    /** The templates of the venues that describe themselves. */
    private static ConfigObject venues(Kinds kinds) {
        StringBuilder text = new StringBuilder("templates.venue {\n");
        kinds.venues().forEach(kind -> text.append(VenueTemplate.of(kind)));
        return parse("kinds of venues", text.append("}\n").toString());
    }

    /** The templates of the parts that venues may have. */
    private static ConfigObject parts(Kinds kinds) {
        StringBuilder text = new StringBuilder();
        for (VenueKind<?, ?> kind : kinds.venues()) {
            for (VenueKey place : kind.keys()) {
                place.parts()
                        .forEach(part -> text.append(VenueTemplate.family(place))
                                .append(" {\n")
                                .append(VenueTemplate.of(place, part))
                                .append("}\n"));
            }
        }
        return parse("kinds of parts of venues", text.toString());
    }

    /** The templates of the agents, one for each role. */
    private static ConfigObject roles(RoleKinds kinds) {
        StringBuilder text = new StringBuilder("templates.agent {\n");
        kinds.all().forEach(kind -> text.append(RoleTemplate.of(kind, kinds.names())));
        return parse("kinds of roles", text.append("}\n").toString());
    }

    /** The templates of the learners that describe themselves. */
    private static ConfigObject learners(LearnerKinds kinds) {
        StringBuilder text = new StringBuilder("templates.learner {\n");
        kinds.all()
                .forEach(kind -> kind.summary().ifPresent(summary -> text.append(LearnerTemplate.of(kind, summary))));
        return parse("kinds of learners", text.append("}\n").toString());
    }

    /** The templates of the problems that can be evolved for. */
    private static ConfigObject problems(Registry<EvolvableKind<?>> kinds) {
        StringBuilder text = new StringBuilder("templates.problem {\n");
        for (EvolvableKind<?> kind : kinds.all()) {
            String name = "# " + kind.name() + ". [one of]\nkind = " + kind.name() + "\n";
            text.append(SettingsTemplate.of("problem", kind.name(), kind.summary(), name, kind.config()));
        }
        return parse("kinds of problems", text.append("}\n").toString());
    }

    /** The templates of the methods of evolution. */
    private static ConfigObject methods(Registry<SearchKind<?>> kinds) {
        StringBuilder text = new StringBuilder("templates.method {\n");
        kinds.all()
                .forEach(kind ->
                        text.append(SettingsTemplate.of("method", kind.name(), kind.summary(), "", kind.config())));
        return parse("kinds of methods", text.append("}\n").toString());
    }

    /** The manual of market scenarios. */
    public static Manual shipped() {
        return SHIPPED;
    }

    /** The manual of training scenarios. */
    public static Manual training() {
        return OfTraining.MANUAL;
    }

    private static Manual read(String name) {
        try (InputStream in = Manual.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new Manual(parse(name, new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything, {@code templates} included. */
    public ConfigObject root() {
        return root;
    }

    /** What a scenario may say at its top. */
    public ConfigObject top() {
        return root.withoutKey("templates");
    }

    /** The template at {@code templates.a} or {@code templates.a.b}. */
    public ConfigObject template(String path) {
        return templates.computeIfAbsent(
                path, each -> Written.objectOf(root.toConfig().getValue(each)));
    }

    /** What is expected where a kind of a family is named, in words. */
    public String expectedOf(String family) {
        String kinds = "one of " + String.join(", ", kinds(family));
        return OPEN.contains(family) ? kinds + ", or one of a jar on --classpath" : kinds;
    }

    /** The kinds of a family of templates, sorted. */
    public List<String> kinds(String family) {
        return kinds.computeIfAbsent(
                family, each -> template(each).keySet().stream().sorted().toList());
    }

    private static ConfigObject parse(String name, String text) {
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(name);
        return ConfigFactory.parseString(text, options).root();
    }
}
