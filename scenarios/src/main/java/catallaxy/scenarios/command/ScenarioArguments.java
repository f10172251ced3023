package catallaxy.scenarios.command;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.catalogue.Entry;
import catallaxy.scenarios.catalogue.ScenarioEntries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
     * The settings by key.
     *
     * @throws UserError if one is not of the form key=value, or a key is there twice
     */
    Map<String, String> overrides() {
        return KeyValues.of(settings);
    }

    /**
     * The settings by key, where an option of the command may say one of them, too.
     *
     * @param option as it is typed
     * @param value  of the option; null where it was not given
     * @throws UserError if both are given
     */
    Map<String, String> overrides(String key, String option, @Nullable Object value) {
        Map<String, String> overrides = overrides();
        if (value != null && overrides.containsKey(key)) {
            throw UserError.usage(key + ": expected one value, found two, " + key + "=" + overrides.get(key) + " and "
                    + option + " " + value);
        }
        return overrides;
    }
}
