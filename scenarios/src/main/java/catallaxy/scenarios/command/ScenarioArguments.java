package catallaxy.scenarios.command;

import catallaxy.scenarios.NearestWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.catalogue.Entry;
import catallaxy.scenarios.catalogue.ScenarioEntries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** Which scenario, with which settings replaced, as the user typed it. */
final class ScenarioArguments {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "A scenario file, or the name of a shipped one.")
    String scenario;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Settings that replace the scenario's.")
    List<String> settings = new ArrayList<>();

    /**
     * The scenario's file: as named, or among the shipped ones.
     *
     * @throws UserError if there is none
     */
    Path file() {
        Path named = Path.of(scenario);
        Path shipped = ProgramHome.scenarios().resolve(scenario + ".conf");
        return Stream.of(named, shipped)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> UserError.usage("no such scenario: " + scenario + question()));
    }

    private String question() {
        List<String> names = ScenarioEntries.in(ProgramHome.scenarios()).stream()
                .map(Entry::name)
                .toList();
        String typed = scenario.replaceFirst("\\.conf$", "").replaceFirst("^scenarios/", "");
        String last = String.valueOf(Path.of(typed).getFileName());
        Optional<String> sameName =
                names.stream().filter(name -> name.endsWith("/" + last)).findFirst();
        return sameName.map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> NearestWord.question(names.contains(last) ? last : typed, names.stream()));
    }

    /**
     * The settings by key; of two for one key the later counts.
     *
     * @throws UserError if one is not of the form key=value
     */
    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw UserError.usage("expected key=value, found " + setting);
            }
            overrides.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
        }
        return overrides;
    }
}
