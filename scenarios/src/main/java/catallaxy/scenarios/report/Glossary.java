package catallaxy.scenarios.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of the report with their definitions. */
public final class Glossary {
    private Glossary() {}

    /**
     * A figure.
     *
     * @param name       lower-case words joined by hyphens
     * @param title      as the report shows it
     * @param definition whole sentences
     */
    public record Figure(String name, String title, String definition) {}

    /** All figures, in the order of the report's glossary. */
    public static List<Figure> figures() {
        return Arrays.stream(Term.values()).map(Glossary::figure).toList();
    }

    private static Figure figure(Term term) {
        String name = term.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Figure(name, term.title(), term.definition());
    }
}
