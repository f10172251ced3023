package catallaxy.scenarios.template;

import catallaxy.scenarios.UserError;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a project is called, and after it its main class.
 *
 * @param text      lower-case words joined by dashes, such as {@code my-maker}
 * @param className the words joined, such as {@code MyMaker}
 */
record ProjectName(String text, String className) {
    private static final String FORM = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /**
     * The name that a user typed.
     *
     * @throws UserError if it is of another form, or the class would have the name of one of {@code java.lang}
     */
    static ProjectName of(String typed) {
        if (!typed.matches(FORM)) {
            throw UserError.usage("name: expected lower-case words joined by dashes, such as my-maker, found " + typed);
        }
        String joined = Arrays.stream(typed.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        if (isOfJava(joined)) {
            throw UserError.usage("name: " + typed + " would be the class " + joined
                    + ", which Java has already; choose another, such as my-" + typed);
        }
        return new ProjectName(typed, joined);
    }

    private static boolean isOfJava(String name) {
        return Object.class.getResource(name + ".class") != null;
    }

    /**
     * A package that a user typed.
     *
     * @throws UserError if Java would not take it
     */
    static String packageName(String typed) {
        if (!SourceVersion.isName(typed)) {
            throw UserError.usage(
                    "--package: expected a Java package such as com.example, without reserved words, found " + typed);
        }
        return typed;
    }
}
