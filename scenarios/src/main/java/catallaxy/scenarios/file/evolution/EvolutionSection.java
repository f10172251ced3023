package catallaxy.scenarios.file.evolution;

import catallaxy.agents.seat.SeatMeasure;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.evolution.space.Condition;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.ParameterSpace;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The sections {@code evolution} and {@code methods} of a scenario, about to be read. One use. */
public final class EvolutionSection {
    private static final String METHOD = "templates.method";

    private final Section section;
    private final Section methods;
    private final boolean ofMarket;

    /**
     * The sections of a scenario.
     *
     * @param section  {@code evolution}, described by the manual of training scenarios
     * @param methods  of the same scenario
     * @param ofMarket whether the scenario is one of a market, which another manual describes
     */
    public EvolutionSection(Section section, Section methods, boolean ofMarket) {
        this.section = section;
        this.methods = methods;
        this.ofMarket = ofMarket;
    }

    /** Whether the scenario names a method: else nobody is evolved in it. */
    public boolean isSaid() {
        return section.has("method");
    }

    /** What they say; empty after noting what is wrong. */
    public Optional<EvolutionSpec> read() {
        Optional<? extends EvolutionSpec.Method<?>> method = method();
        Optional<EvolutionPlan> plan = RecordReader.PLAIN.read(section, EvolutionPlan.class);
        Optional<EvolutionSpec.Settings> settings = RecordReader.PLAIN.read(section, EvolutionSpec.Settings.class);
        EvolutionSpec.Subject subject = Values.constant(section, "subject", EvolutionSpec.Subject.values());
        Optional<ParameterSpace> space = space();
        long stretch = section.get("stretch", ValueKind.WHOLE);
        if (stretch < 1) {
            section.reject("stretch", "1 to 1000000000000");
        }
        String agent = section.get("agent", ValueKind.TEXT);
        List<SeatMeasure> objectives = objectives();
        SequencedMap<SeatMeasure, Descriptor> descriptors = descriptors();
        return section.build(() -> new EvolutionSpec(
                method.orElseThrow(),
                plan.orElseThrow(),
                settings.orElseThrow(),
                subject,
                space.orElseThrow(),
                stretch,
                new EvolutionSpec.Seat(agent, objectives, descriptors)));
    }

    private Optional<? extends EvolutionSpec.Method<?>> method() {
        List<String> names = SearchKinds.methods().names();
        methods.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> methods.rejectName(name, Manual.training().expectedOf(METHOD)));
        String name = section.kind("method", Manual.training(), METHOD);
        return SearchKinds.methods().kind(name).flatMap(this::method);
    }

    private <S extends Record> Optional<EvolutionSpec.Method<S>> method(SearchKind<S> kind) {
        String template = METHOD + "." + kind.name();
        Section settings = ofMarket
                ? methods.described(kind.name(), template, Manual.training(), false)
                : methods.named(kind.name(), template);
        return RecordReader.PLAIN.read(settings, kind.config()).map(said -> new EvolutionSpec.Method<>(kind, said));
    }

    private Optional<ParameterSpace> space() {
        Section space = section.open("space");
        List<ParameterSetting> settings = new ArrayList<>();
        for (String name : space.names()) {
            Optional<ParameterSetting> setting = space.variant(name, "templates.parameter", "kind")
                    .flatMap(variant -> RecordReader.PLAIN.read(variant, ParameterSetting.class, "-setting"));
            if (setting.isEmpty()) {
                return Optional.empty();
            }
            settings.add(setting.get());
        }
        try {
            return Optional.of(space(settings));
        } catch (InvalidValueException contradiction) {
            section.reject("space", contradiction.getMessage() == null ? "a space" : contradiction.getMessage());
            return Optional.empty();
        }
    }

    /** Those on which others depend come first. */
    private static ParameterSpace space(List<ParameterSetting> settings) {
        Map<String, ParameterSetting> byName = new TreeMap<>();
        settings.forEach(each -> byName.put(each.id(), each));
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Condition> conditions = new LinkedHashMap<>();
        settings.stream().filter(each -> each.when().isEmpty()).forEach(each -> parameters.add(each.parameter()));
        for (ParameterSetting each : settings) {
            if (!each.when().isEmpty()) {
                ParameterSetting decides = byName.get(each.when());
                parameters.add(each.parameter());
                conditions.put(
                        each.target(), new Condition(decides == null ? each.when() : decides.target(), each.is()));
            }
        }
        return new ParameterSpace(parameters, conditions);
    }

    private List<SeatMeasure> objectives() {
        List<SeatMeasure> measures = new ArrayList<>();
        for (Section.Item item : section.items("objectives")) {
            Optional<SeatMeasure> measure = measure(item.text());
            measure.ifPresent(measures::add);
            if (measure.isEmpty() || measures.stream().distinct().count() < measures.size()) {
                section.reject(
                        item, "objectives", "figures of a seat, each once: " + String.join(", ", words()), words());
            }
        }
        if (measures.isEmpty()) {
            section.reject("objectives", "at least one figure of a seat");
        }
        return measures;
    }

    private SequencedMap<SeatMeasure, Descriptor> descriptors() {
        SequencedMap<SeatMeasure, Descriptor> descriptors = new LinkedHashMap<>();
        Section all = section.open("descriptors");
        for (String name : all.names()) {
            Optional<SeatMeasure> measure = measure(name);
            if (measure.isEmpty()) {
                all.rejectName(name, "a figure of a seat: " + String.join(", ", words()));
                continue;
            }
            Section range = all.named(name, "templates.descriptor");
            double low = range.number("low");
            double high = range.number("high");
            range.build(() -> new Descriptor(name, low, high))
                    .ifPresent(descriptor -> descriptors.put(measure.get(), descriptor));
        }
        return descriptors;
    }

    private static Optional<SeatMeasure> measure(String word) {
        return Arrays.stream(SeatMeasure.values())
                .filter(each -> each.objective().name().equals(word))
                .findFirst();
    }

    private static List<String> words() {
        return Arrays.stream(SeatMeasure.values())
                .map(each -> each.objective().name())
                .toList();
    }
}
