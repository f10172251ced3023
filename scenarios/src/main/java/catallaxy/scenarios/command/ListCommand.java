package catallaxy.scenarios.command;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.catalogue.Catalogue;
import catallaxy.scenarios.catalogue.Entry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy list}: what is there to be named? */
@Command(
        name = "list",
        description = "List what can be named: scenarios, policies, learners, venues, metrics and all else.",
        footer = {"", "Example:", "  catallaxy list agents"})
final class ListCommand extends AnsweringCommand {
    @Parameters(
            paramLabel = "KIND",
            arity = "0..*",
            completionCandidates = Kinds.class,
            description = "Any of: ${COMPLETION-CANDIDATES}; all of them without.")
    List<String> kinds = new ArrayList<>();

    @Mixin
    UserClasses classes = new UserClasses();

    /** The kinds for shell completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Catalogue.kinds().iterator();
        }
    }

    @Override
    Answer answer() {
        classes.requireJars();
        kinds = kinds.stream().map(Catalogue::kind).distinct().toList();
        kinds.forEach(ListCommand::requireKnown);
        Catalogue catalogue = new Catalogue(ProgramHome.scenarios());
        List<String> chosen = kinds.isEmpty() ? Catalogue.kinds() : kinds;
        return new Listing(
                chosen.stream().flatMap(kind -> catalogue.of(kind).stream()).toList());
    }

    private static void requireKnown(String kind) {
        if (!Catalogue.kinds().contains(kind)) {
            throw UserError.usage("unknown kind: " + kind + "; expected one of "
                    + String.join(", ", Catalogue.kinds())
                    + NearestWord.question(kind, Catalogue.kinds().stream()));
        }
    }

    private record Listing(List<Entry> entries) implements Answer {

        @Override
        public void print(PrintWriter out) {
            TextTable table = TextTable.of("kind", "name", "what it is");
            entries.forEach(entry -> table.row(entry.kind(), entry.name(), entry.summary()));
            table.print(out);
        }

        @Override
        public Map<String, ?> json() {
            return Map.of("entries", entries.stream().map(Listing::json).toList());
        }

        private static Map<String, ?> json(Entry entry) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", entry.kind());
            json.put("name", entry.name());
            json.put("summary", entry.summary());
            return json;
        }
    }
}
