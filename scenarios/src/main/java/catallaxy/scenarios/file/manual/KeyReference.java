package catallaxy.scenarios.file.manual;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.file.text.Written;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual as a list of keys, for those who ask what one means. Immutable. */
public final class KeyReference {
    private static final Pattern COMMENT = Pattern.compile("(.*) \\[([^;\\]]+)(?:; ([^\\]]+))?]", Pattern.DOTALL);
    private static final KeyReference SHIPPED =
            new KeyReference(Manual.shipped().root());
    private static final KeyReference TRAINING =
            new KeyReference(Manual.training().root());

    private final List<ScenarioKey> keys = new ArrayList<>();

    private KeyReference(ConfigObject root) {
        collect("", root);
    }

    /** The manual of market scenarios. */
    public static KeyReference shipped() {
        return SHIPPED;
    }

    /** The manual of training scenarios. */
    public static KeyReference training() {
        return TRAINING;
    }

    /** Every key, in the order of the paths. */
    public List<ScenarioKey> keys() {
        return List.copyOf(keys);
    }

    /**
     * The keys that a user may mean: by full path ({@code world.step}), by the path in a scenario
     * ({@code chains.mainnet.block-time}), or by the end of it ({@code block-time}). Empty where there is none.
     */
    public List<ScenarioKey> find(String query) {
        List<ScenarioKey> exact =
                keys.stream().filter(key -> key.path().equals(query)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<ScenarioKey> placed = keys.stream().filter(key -> isAt(key, query)).toList();
        return placed.isEmpty() ? endingWith(query) : placed;
    }

    /** The end of a known path that comes nearest to what was typed. */
    public Optional<String> nearest(String query) {
        return NearestWord.of(query, Stream.concat(paths(), paths().map(KeyReference::lastPart)));
    }

    private Stream<String> paths() {
        return keys.stream().map(ScenarioKey::pathInScenario);
    }

    private List<ScenarioKey> endingWith(String query) {
        return keys.stream()
                .filter(key -> ("." + key.path()).endsWith("." + query))
                .toList();
    }

    private static boolean isAt(ScenarioKey key, String query) {
        return TemplatePlace.of(key.path())
                .filter(place -> place.contains(query) && query.endsWith("." + key.localPath()))
                .filter(place -> place.inScenario(key.path()).split("\\.").length == query.split("\\.").length)
                .isPresent();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private void collect(String prefix, ConfigObject object) {
        new TreeMap<>(object).forEach((name, value) -> add(prefix.isEmpty() ? name : prefix + "." + name, value));
    }

    private void add(String path, ConfigValue value) {
        Optional<ScenarioKey> key = key(path, value);
        key.ifPresent(keys::add);
        if (key.isEmpty() && value instanceof ConfigObject inner) {
            collect(path, inner);
        }
    }

    /** The key; empty for a section that only groups others. */
    private static Optional<ScenarioKey> key(String path, ConfigValue value) {
        String comment = value.origin().comments().stream().map(String::strip).collect(Collectors.joining(" "));
        Matcher matcher = COMMENT.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> defaultValue = value.valueType() == ConfigValueType.NULL
                ? Optional.empty()
                : Optional.of(Written.scalar(value).orElseGet(() -> value.render(ConfigRenderOptions.concise())));
        String range = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(new ScenarioKey(path, matcher.group(1), matcher.group(2), range, defaultValue));
    }
}
