package catallaxy.scenarios.file.text;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a scenario's text says at one place. */
public final class Written {
    private static final ConfigObject NOTHING = ConfigFactory.empty().root();
    private static final int LONGEST_SHOWN = 60;

    private Written() {}

    /** The object, or an empty one. */
    public static ConfigObject objectOf(@Nullable ConfigValue value) {
        return value instanceof ConfigObject object ? object : NOTHING;
    }

    /** Whether nothing is said; {@code null} says nothing. */
    public static boolean isAbsent(@Nullable ConfigValue value) {
        return value == null || value.valueType() == ConfigValueType.NULL;
    }

    /** The text of a number, word or string as it was written, so that no digit is lost. */
    public static Optional<String> scalar(ConfigValue value) {
        return switch (value.valueType()) {
            case OBJECT, LIST, NULL -> Optional.empty();
            case BOOLEAN, STRING ->
                Optional.of(String.valueOf(value.unwrapped()).strip());
            case NUMBER -> Optional.of(value.atKey("value").getString("value").strip());
        };
    }

    /** The texts of a list, or the only one where one stands in place of a list; those that are none are left out. */
    public static List<String> scalars(@Nullable ConfigValue value) {
        if (value == null) {
            return List.of();
        }
        List<ConfigValue> list = value instanceof ConfigList many ? many : List.of(value);
        return list.stream().flatMap(item -> scalar(item).stream()).toList();
    }

    /** All the values of a list, or the only one where one stands in place of a list; empty where one is none, or there are too many. */
    public static <T> Optional<List<T>> all(
            @Nullable ConfigValue value, Function<String, Optional<T>> parser, int most) {
        int written = value instanceof ConfigList many ? many.size() : 1;
        List<T> values = scalars(value).stream()
                .flatMap(text -> parser.apply(text).stream())
                .toList();
        return value != null && values.size() == written && written <= most ? Optional.of(values) : Optional.empty();
    }

    private static String list(ConfigValue value) {
        String text = value.render(ConfigRenderOptions.concise());
        return text.length() <= LONGEST_SHOWN ? text : "a list […]";
    }

    /** The value as messages show it. */
    public static String describe(ConfigValue value) {
        return switch (value.valueType()) {
            case OBJECT -> "a section { … }";
            case LIST -> list(value);
            case NULL -> "";
            case NUMBER, BOOLEAN, STRING -> scalar(value).orElse("");
        };
    }
}
