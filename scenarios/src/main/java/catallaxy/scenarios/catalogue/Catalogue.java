package catallaxy.scenarios.catalogue;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenuePart;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.FactorKinds;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.bench.Benchmark;
import catallaxy.scenarios.bench.Benchmarks;
import catallaxy.scenarios.file.manual.KeyReference;
import catallaxy.scenarios.file.manual.ManualKind;
import catallaxy.scenarios.file.manual.ScenarioKey;
import catallaxy.scenarios.report.ChartKind;
import catallaxy.scenarios.report.ChartKinds;
import catallaxy.scenarios.report.Glossary;
import catallaxy.scenarios.report.TrainingChartKind;
import catallaxy.scenarios.report.TrainingChartKinds;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a user can name. The texts of agents, venues, events and such lie in {@code catalogue.conf}. */
public final class Catalogue {
    private static final List<String> KINDS = List.of(
            "scenarios",
            "agents",
            "policies",
            "learners",
            "problems",
            "methods",
            "venues",
            "hooks",
            "exchanges",
            "chains",
            "bridges",
            "traders",
            "prices",
            "commands",
            "events",
            "features",
            "factors",
            "metrics",
            "figures",
            "charts",
            "benchmarks",
            "keys");
    /** Other words for kinds. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "roles", "agents",
            "algorithms", "learners",
            "population", "traders",
            "worlds", "prices",
            "calls", "commands");

    private static final List<KeyReference> MANUALS = List.of(KeyReference.shipped(), KeyReference.training());

    private final List<Entry> entries = new ArrayList<>();
    private final RoleExamples roles;

    /**
     * Reads the catalogue.
     *
     * @param scenarios the folder of the shipped scenario files
     */
    public Catalogue(Path scenarios) {
        roles = new RoleExamples(scenarios);
        entries.addAll(ScenarioEntries.in(scenarios));
        entries.addAll(roles.features());
        ManualKind.policies().forEach(kind -> entries.add(entry("policies", "agents.NAME.policy { kind = %s }", kind)));
        ManualKind.learners().forEach(kind -> entries.add(entry("learners", "learner = %s", kind)));
        ManualKind.problems().forEach(kind -> entries.add(entry("problems", "problem { kind = %s }", kind)));
        ManualKind.methods().forEach(kind -> entries.add(entry("methods", "evolution { method = %s }", kind)));
        Glossary.figures().forEach(figure -> entries.add(entry(figure)));
        ChartKinds.registered().all().forEach(kind -> entries.add(entry(kind)));
        TrainingChartKinds.registered().all().forEach(kind -> entries.add(entry(kind)));
        Config texts = ConfigFactory.parseResources(Catalogue.class, "catalogue.conf");
        RoleKinds.registered().all().forEach(kind -> entries.add(entry(kind)));
        FactorKinds.registered().all().forEach(kind -> entries.add(entry(kind)));
        Kinds.registered().venues().forEach(kind -> entries.add(entry(kind)));
        Kinds.registered().venues().forEach(this::addParts);
        Kinds.registered().all().stream()
                .flatMap(kind -> kind.calls().stream())
                .forEach(call -> entries.add(entry(call)));
        for (String kind : KINDS) {
            if (texts.hasPath(kind)) {
                addTexts(kind, texts.getConfig(kind));
            }
        }
        Benchmarks.all().forEach(benchmark -> entries.add(entry(benchmark)));
        MANUALS.forEach(manual -> manual.keys().forEach(key -> entries.add(entry(key))));
    }

    /** The kinds of things, in the order in which they are listed. */
    public static List<String> kinds() {
        return KINDS;
    }

    /** A kind as it is listed, of whatever case: another word for it, and the word for one of them, are replaced. */
    public static String kind(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Stream.of(word, word + "s", word.replaceFirst("y$", "ies"))
                .map(each -> SYNONYMS.getOrDefault(each, each))
                .filter(KINDS::contains)
                .findFirst()
                .orElse(typed);
    }

    /** The entries of a kind, by name. */
    public List<Entry> of(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /**
     * The entries with this name, else the scenario keys that it may mean, as {@link KeyReference#find} tells; more than
     * one where several share it.
     *
     * @throws UserError if there is none
     */
    public List<Entry> named(String name) {
        List<Entry> found = entries(entry -> entry.name().equals(name));
        if (!found.isEmpty()) {
            return found;
        }
        List<Entry> keys = MANUALS.stream()
                .flatMap(manual -> manual.find(name).stream())
                .map(Catalogue::entry)
                .toList();
        if (keys.isEmpty()) {
            List<Entry> inOtherCase = entries(entry -> entry.name().equalsIgnoreCase(name));
            if (!inOtherCase.isEmpty()) {
                return inOtherCase;
            }
            throw UserError.usage("nothing is called " + name + NearestWord.question(name, names()));
        }
        return keys;
    }

    private List<Entry> entries(Predicate<Entry> which) {
        return entries.stream().filter(which).toList();
    }

    private Stream<String> names() {
        return entries.stream().map(Entry::name);
    }

    private void addTexts(String kind, Config texts) {
        Map<String, Entry> byName = new TreeMap<>(NaturalOrder.NAMES);
        for (String name : texts.root().keySet()) {
            Config text = texts.getConfig(name);
            String detail =
                    text.getString("detail").stripTrailing().stripIndent().strip();
            byName.put(name, new Entry(kind, name, text.getString("summary"), detail));
        }
        entries.addAll(byName.values());
    }

    private static Entry entry(Benchmark benchmark) {
        String detail = "figure: %s%n%,d operations a round, %s is better%nrun: catallaxy bench %s"
                .formatted(
                        benchmark.unit(),
                        benchmark.operations(),
                        benchmark.figure().higherIsBetter() ? "more" : "less",
                        benchmark.name());
        return new Entry("benchmarks", benchmark.name(), benchmark.description(), detail);
    }

    private static Entry entry(String kind, String usage, ManualKind of) {
        String keys = of.keys().stream()
                .map(key -> SettingLine.of(
                        key.pathInScenario().replaceFirst("^.*NAME\\.|^learners\\.[A-Z]+\\.|^methods\\.[A-Z]+\\.", ""),
                        key))
                .collect(Collectors.joining("\n"));
        String settings = keys.isEmpty() ? "no settings" : "settings:\n" + keys;
        return new Entry(
                kind, of.name(), of.summary(), "in a scenario: " + usage.formatted(of.name()) + "\n" + settings);
    }

    private static Entry entry(CallKind<?> call) {
        String fields = Stream.of(call.type().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
        Class<?> outer = call.type().getEnclosingClass();
        String name = (outer == null ? "" : outer.getSimpleName() + ".") + call.name();
        String word = call.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new Entry("commands", word, "Call of a transaction: " + call.summary(), name + "(" + fields + ")");
    }

    private Entry entry(FactorKind kind) {
        String usage = "\nin a scenario: agents.NAME.factors = [" + kind.name() + "]";
        return new Entry("factors", kind.name(), kind.summary(), kind.detail() + usage + roles.detail(kind));
    }

    private Entry entry(RoleKind<?> kind) {
        String keys = kind.keys().stream().map(SettingLine::of).collect(Collectors.joining("\n"));
        return new Entry(
                "agents",
                kind.name(),
                kind.summary(),
                kind.detail() + "\nin a scenario: agents.NAME { role = " + kind.name()
                        + ", policy { … }, … }\nsettings:\n" + keys + roles.detail(kind.name()));
    }

    private static Entry entry(VenueKind<?, ?> kind) {
        String keys = kind.keys().stream().map(SettingLine::of).collect(Collectors.joining("\n"));
        return new Entry(
                "venues",
                kind.name(),
                kind.summary(),
                kind.detail() + "\nin a scenario: venues.NAME { kind = " + kind.name() + ", chain = …, " + assets(kind)
                        + " }\nsettings:\n" + keys);
    }

    /** The kinds of parts that venues of a kind may have, listed under the plural of the key that names them. */
    private void addParts(VenueKind<?, ?> kind) {
        for (VenueKey place : kind.keys()) {
            for (VenuePart part : place.parts()) {
                String keys = part.keys().stream().map(SettingLine::of).collect(Collectors.joining("\n"));
                entries.add(new Entry(
                        place.name() + "s",
                        part.name(),
                        part.summary(),
                        part.detail() + "\nin a scenario: venues.NAME { kind = " + kind.name() + ", " + place.name()
                                + " { kind = " + part.name() + " } }\nsettings:\n" + keys));
            }
        }
    }

    private static String assets(VenueKind<?, ?> kind) {
        return switch (kind.assets()) {
            case PAIR -> "base = …, quote = …";
            case LIST -> "assets = […]";
        };
    }

    private static Entry entry(Glossary.Figure figure) {
        return new Entry("figures", figure.name(), figure.title() + ", a figure of the report", figure.definition());
    }

    private static Entry entry(ChartKind kind) {
        String place = "the report of a run, section: " + kind.section().heading();
        return chart(kind.name(), kind.title(), kind.unit(), kind.definition(), place);
    }

    private static Entry entry(TrainingChartKind kind) {
        return chart(kind.name(), kind.title(), kind.unit(), kind.definition(), "the report of trainings");
    }

    private static Entry chart(String name, String title, String unit, String definition, String place) {
        String summary = title + (unit.isEmpty() ? "" : " (" + unit + ")");
        return new Entry("charts", name, summary, definition + "\nin " + place);
    }

    private static Entry entry(ScenarioKey key) {
        String range = key.range().isEmpty() ? "" : ", " + key.range();
        String detail = "value: " + key.kind() + range + "\n"
                + key.defaultValue().map(value -> "default: " + value).orElse("required: no default");
        return new Entry("keys", key.pathInScenario(), key.meaning(), detail);
    }
}
