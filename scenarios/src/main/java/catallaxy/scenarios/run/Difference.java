package catallaxy.scenarios.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where two runs part.
 *
 * @param identical whether their traces are equal
 * @param settings  keys of the scenario, and the seed, in which they differ: one line each
 * @param event     number of the first trace event that differs, from 1; 0 if none does
 * @param left      that event of the first run in words, its time first; empty if the run has ended
 * @param right     the same of the second run
 */
public record Difference(boolean identical, List<String> settings, long event, String left, String right) {
    private static final int MOST_SETTINGS = 20;

    public Difference {
        settings = List.copyOf(settings);
    }

    /**
     * Compares the runs of two folders: their checkpoints tell the neighbourhood, a replay of both the event.
     *
     * @throws catallaxy.scenarios.UserError if a folder is no run folder or does not hold what it should
     */
    public static Difference between(Path leftFolder, Path rightFolder) {
        StoredRun left = StoredRun.read(leftFolder);
        StoredRun right = StoredRun.read(rightFolder);
        List<String> settings = settings(left, right);
        boolean equalDigests =
                left.completed() && right.completed() && left.digest().equals(right.digest());
        if (equalDigests) {
            requireEqualTraces(left, right);
            return new Difference(true, settings, 0, "", "");
        }
        long block = equalBlocks(left, right);
        return inBlock(left, right, settings, block * TraceCheckpoints.INTERVAL);
    }

    /**
     * Checks that runs of equal digests have equal checkpoints; where they have not, one of them is damaged.
     *
     * @throws catallaxy.scenarios.UserError (corrupt) naming the file that a replay does not confirm
     */
    private static void requireEqualTraces(StoredRun left, StoredRun right) {
        if (!left.checkpoints().equals(right.checkpoints())) {
            Replay.of(left);
            Replay.of(right);
        }
    }

    /** Checkpoints at the beginning that are equal; those of a run that was cut off may end early and are made again. */
    private static long equalBlocks(StoredRun left, StoredRun right) {
        int equal = equalAtTheBeginning(left.checkpoints(), right.checkpoints());
        boolean ended =
                equal == Math.min(left.checkpoints().size(), right.checkpoints().size());
        return ended && !(left.completed() && right.completed())
                ? equalAtTheBeginning(Replay.checkpoints(left), Replay.checkpoints(right))
                : equal;
    }

    private static int equalAtTheBeginning(List<Long> left, List<Long> right) {
        int common = Math.min(left.size(), right.size());
        int equal = 0;
        while (equal < common && left.get(equal).equals(right.get(equal))) {
            equal++;
        }
        return equal;
    }

    private static Difference inBlock(StoredRun left, StoredRun right, List<String> settings, long after) {
        List<Replay.Seen> leftEvents = Replay.events(left, after, 2L * TraceCheckpoints.INTERVAL);
        List<Replay.Seen> rightEvents = Replay.events(right, after, 2L * TraceCheckpoints.INTERVAL);
        for (int i = 0; i < Math.max(leftEvents.size(), rightEvents.size()); i++) {
            Optional<Replay.Seen> a = at(leftEvents, i);
            Optional<Replay.Seen> b = at(rightEvents, i);
            if (!a.map(Replay.Seen::event).equals(b.map(Replay.Seen::event))) {
                return differing(settings, after + i + 1, a, b);
            }
        }
        return new Difference(true, settings, 0, "", "");
    }

    private static Optional<Replay.Seen> at(List<Replay.Seen> events, int index) {
        return index < events.size() ? Optional.of(events.get(index)) : Optional.empty();
    }

    /** In words, or as it is digested where two scenarios number the same names differently. */
    private static Difference differing(
            List<String> settings, long event, Optional<Replay.Seen> left, Optional<Replay.Seen> right) {
        String a = left.map(seen -> seen.words().text()).orElse("");
        String b = right.map(seen -> seen.words().text()).orElse("");
        return a.equals(b)
                ? new Difference(false, settings, event, digested(left), digested(right))
                : new Difference(false, settings, event, a, b);
    }

    private static String digested(Optional<Replay.Seen> seen) {
        return seen.map(each -> each.event().toString()).orElse("");
    }

    private static List<String> settings(StoredRun left, StoredRun right) {
        List<String> differing = new ArrayList<>();
        if (left.seed() != right.seed()) {
            differing.add("seed: " + left.seed() + " | " + right.seed());
        }
        Set<String> leftLines =
                new LinkedHashSet<>(left.scenario().file().resolved().lines().toList());
        Set<String> rightLines =
                new LinkedHashSet<>(right.scenario().file().resolved().lines().toList());
        leftLines.stream().filter(line -> !rightLines.contains(line)).forEach(line -> differing.add("< " + line));
        rightLines.stream().filter(line -> !leftLines.contains(line)).forEach(line -> differing.add("> " + line));
        return differing.size() > MOST_SETTINGS ? differing.subList(0, MOST_SETTINGS) : differing;
    }
}
