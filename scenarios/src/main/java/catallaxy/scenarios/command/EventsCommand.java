package catallaxy.scenarios.command;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.run.OtherMachine;
import catallaxy.scenarios.run.Trace;
import catallaxy.scenarios.run.TraceEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy events}: prints the trace of a recorded run, one line per event, as its replay makes it. */
@Command(
        name = "events",
        description = {
            "Print the events of a run's trace, one a line.",
            "A line has the event's number, its simulated time, its kind and what happened.",
            "With --json each line is an object, and the summary is the last of them."
        },
        footer = {
            "",
            "Example:",
            "  catallaxy events runs/20261120T185443Z_two-chains_374cf0cf --from 2h --to 3h \\",
            "      --kind order-filled,pool-swapped --agent maker --limit 20"
        })
final class EventsCommand extends AnsweringCommand {
    /** Lines between two looks whether anybody still reads them. */
    private static final int LOOK = 256;

    @Parameters(paramLabel = "RUN", description = "A run folder.")
    Path run;

    @Option(names = "--from", paramLabel = "TIME", description = "Begin at this simulated time, such as 90m.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End after this simulated time, such as 12h.")
    @Nullable
    String to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            completionCandidates = Kinds.class,
            description = "Only events of this kind, or of several: see catallaxy list events.")
    List<String> kinds = new ArrayList<>();

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Only events about this agent or background participant.")
    @Nullable
    String agent;

    @Option(names = "--limit", paramLabel = "N", description = "End after so many lines.")
    @Nullable
    Long limit;

    @Mixin
    UserClasses classes = new UserClasses();

    /** The kinds for shell completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TraceEvent.kinds().iterator();
        }
    }

    @Override
    Answer answer() {
        classes.requireJars();
        Trace.Choice choice = choice();
        OtherMachine.of(run).ifPresent(this::note);
        Trace.Told told = Trace.tell(run, choice, new Lines(out(), json)::print);
        if (told.differsAfter() >= 0) {
            note("the replay is not the recorded run: their traces part after event " + told.differsAfter());
        }
        if (!told.note().isEmpty()) {
            note(told.note());
        }
        if (!json) {
            progress()
                    .printf(
                            "%,d of the first %,d events; their digest %s%n",
                            told.told(), told.replayed(), told.digest());
            progress().flush();
        }
        return new Summary(run, told);
    }

    private Trace.Choice choice() {
        kinds.forEach(EventsCommand::requireKnown);
        if (limit != null && limit < 1) {
            throw UserError.usage("--limit: expected a number from 1, found " + limit);
        }
        long begin = nanos("--from", from, 0);
        long end = nanos("--to", to, Long.MAX_VALUE);
        if (end < begin) {
            throw UserError.usage("--to: expected a time from " + from + " on, as --from says, found " + to);
        }
        return new Trace.Choice(
                begin, end, Set.copyOf(kinds), Optional.ofNullable(agent), limit == null ? Long.MAX_VALUE : limit);
    }

    private static void requireKnown(String kind) {
        if (!TraceEvent.kinds().contains(kind)) {
            throw UserError.usage("--kind: no events are called " + kind
                    + NearestWord.question(kind, TraceEvent.kinds().stream()) + "; see: catallaxy list events");
        }
    }

    private static long nanos(String option, @Nullable String text, long otherwise) {
        return Optional.ofNullable(text)
                .map(time -> SimulatedTime.of(option, time))
                .map(Duration::toNanos)
                .orElse(otherwise);
    }

    /** Prints events while somebody reads them. */
    private static final class Lines {
        private final PrintWriter out;
        private final boolean json;
        private long printed;

        Lines(PrintWriter out, boolean json) {
            this.out = out;
            this.json = json;
        }

        boolean print(TraceEvent event) {
            out.print((json ? JsonText.of(event.json()) : event.line()) + System.lineSeparator());
            return ++printed % LOOK != 0 || !out.checkError();
        }
    }

    /** What comes last: nothing more for a person, an object for a program. */
    private record Summary(Path run, Trace.Told told) implements Answer {
        @Override
        public ExitCode exitCode() {
            return told.differsAfter() < 0 ? ExitCode.OK : ExitCode.FAILED;
        }

        @Override
        public void print(PrintWriter out) {}

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("run", run);
            json.put("events", told.replayed());
            json.put("printed", told.told());
            json.put("digest", told.digest());
            return json;
        }
    }
}
