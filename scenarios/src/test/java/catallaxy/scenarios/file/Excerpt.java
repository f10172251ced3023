package catallaxy.scenarios.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a scenario that one of its keys stands among: its own entry of a collection with every entry that it names, and
 * those that they name in turn, beside what is in no collection. A smaller scenario that is right where the whole is.
 */
final class Excerpt {
    private static final Set<String> COLLECTIONS = Set.of("venues", "bridges", "population", "agents", "learners");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9_-]+");

    private final SortedMap<String, String> whole;

    /** @param whole path → value */
    Excerpt(SortedMap<String, String> whole) {
        this.whole = whole;
    }

    /** What the excerpt for a path depends on: the entry that the path lies in, or the first word outside the collections. */
    static String subject(String path) {
        String[] parts = path.split("\\.", 3);
        return parts.length > 1 && COLLECTIONS.contains(parts[0]) ? parts[0] + "." + parts[1] : parts[0];
    }

    /** The lines for a subject. */
    SortedMap<String, String> about(String subject) {
        SortedSet<String> chosen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(entriesOf(subject).toList());
        while (!open.isEmpty()) {
            String entry = open.pop();
            if (chosen.add(entry)) {
                named(entry).forEach(open::push);
            }
        }
        boolean trains = chosen.stream().anyMatch(entry -> entry.startsWith("learners."));
        SortedMap<String, String> lines = new TreeMap<>(whole);
        lines.keySet().removeIf(path -> {
            String own = subject(path);
            return own.equals("training") ? !trains : own.contains(".") && !chosen.contains(own);
        });
        return lines;
    }

    /** The entry itself; where the subject is the training, all that learn. */
    private Stream<String> entriesOf(String subject) {
        return entries()
                .filter(entry -> subject.equals("training") ? entry.startsWith("learners.") : entry.equals(subject));
    }

    /** The entries whose names stand in the lines of another. */
    private Stream<String> named(String entry) {
        Set<String> words = whole.entrySet().stream()
                .filter(line -> subject(line.getKey()).equals(entry))
                .flatMap(line -> BETWEEN_WORDS.splitAsStream(line.getKey() + " " + line.getValue()))
                .collect(Collectors.toSet());
        return entries().filter(each -> words.contains(each.substring(each.indexOf('.') + 1)));
    }

    private Stream<String> entries() {
        return whole.keySet().stream().map(Excerpt::subject).distinct().filter(entry -> entry.contains("."));
    }
}
