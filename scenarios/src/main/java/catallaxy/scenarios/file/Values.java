package catallaxy.scenarios.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of keys that are made of what a {@link Section} reads. */
final class Values {
    private Values() {}

    /** One of these constants of an enumeration, by its word. */
    static <E> E constant(Section section, String key, E[] constants) {
        List<String> words = Arrays.stream(constants).map(Values::wordOf).toList();
        return constants[words.indexOf(section.word(key, words))];
    }

    private static String wordOf(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A whole number from 1 to {@code most}; 1 after noting that it is not. */
    static int counted(Section section, String key, int most) {
        long number = section.whole(key);
        if (number < 1 || number > most) {
            section.reject(key, "1 to " + most);
            return 1;
        }
        return Math.toIntExact(number);
    }
}
