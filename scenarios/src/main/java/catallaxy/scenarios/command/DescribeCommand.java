package catallaxy.scenarios.command;

import catallaxy.scenarios.catalogue.Catalogue;
import catallaxy.scenarios.catalogue.Entry;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy describe}: what is the thing of this name? */
@Command(
        name = "describe",
        description = "Describe anything that catallaxy list names, or a key of scenarios.",
        footer = {"", "Examples:", "  catallaxy describe market-maker", "  catallaxy describe chains.mainnet.block-time"
        })
final class DescribeCommand extends AnsweringCommand {
    @Parameters(paramLabel = "NAME", description = "See: catallaxy list.")
    String name;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        return new Description(new Catalogue(ProgramHome.scenarios()).named(name));
    }

    private record Description(List<Entry> entries) implements Answer {

        @Override
        public void print(PrintWriter out) {
            for (Entry entry : entries) {
                out.println(entry.name() + " (" + entry.kind() + "): " + entry.summary());
                entry.detail().lines().forEach(line -> out.println(("  " + line).stripTrailing()));
            }
        }

        @Override
        public Map<String, ?> json() {
            return Map.of("entries", entries.stream().map(Description::json).toList());
        }

        private static Map<String, ?> json(Entry entry) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", entry.kind());
            json.put("name", entry.name());
            json.put("summary", entry.summary());
            json.put("detail", entry.detail());
            return json;
        }
    }
}
