package catallaxy.scenarios;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of a command line as a POSIX shell reads it: as it is where no character of it means anything to a shell, else in single
 * quotes, in which only the quote itself does.
 */
public final class ShellWord {
    /** No {@code ~} or {@code =} at the beginning: the one is a home, the other a command's path to some shells. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_%+,./:@-][\\p{L}\\p{N}_%+,./:@=~-]*");

    private ShellWord() {}

    /** One word that comes out of a shell as {@code text}. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Words that come out of a shell as these, parted by blanks. */
    public static String line(List<String> words) {
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }
}
