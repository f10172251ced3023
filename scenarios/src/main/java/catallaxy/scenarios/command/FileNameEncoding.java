package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which characters the JVM reads arguments and names files. It takes them from the locale; in those of {@code LC_ALL=C} a name
 * with an umlaut cannot be written.
 *
 * @param charset of arguments and file names
 * @param folder  in which the process works
 */
record FileNameEncoding(Charset charset, String folder) {
    private static final char UNREADABLE = '\uFFFD';

    static FileNameEncoding ofThisProcess() {
        String name = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new FileNameEncoding(charset, System.getProperty("user.dir", ""));
    }

    /**
     * Checks that all arguments, and the folder, can be told apart from others.
     *
     * @throws UserError (usage) naming the first that cannot
     */
    void require(String[] arguments) {
        require("the folder", folder);
        for (String argument : arguments) {
            require("the argument", argument);
        }
    }

    private void require(String what, String text) {
        if (text.indexOf(UNREADABLE) >= 0 || !charset.newEncoder().canEncode(text)) {
            throw UserError.usage(
                    "cannot read %s %s: this JVM takes names as %s from the locale\nset a UTF-8 locale, for"
                                    .formatted(what, shown(text), charset.name())
                            + " example LC_ALL=C.UTF-8, or start with the launcher catallaxy, which sets one");
        }
    }

    private static String shown(String text) {
        return text.replace(UNREADABLE, '?');
    }
}
