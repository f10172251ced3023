package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Run folders as they enter a table: runs of one configuration are a group, named by the settings in which it differs from others. */
final class SeededRuns {
    /** As many keys still name a group. */
    private static final int MOST_KEYS = 5;

    private static final String SEED = "seed";

    private final Map<String, RunFolder> byDigest = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();

    private SeededRuns(List<RunFolder> runs) throws IOException {
        runs.forEach(run -> byDigest.putIfAbsent(digest(run), run));
        Map<String, Map<String, String>> whole = new LinkedHashMap<>();
        for (Map.Entry<String, RunFolder> each : byDigest.entrySet()) {
            whole.put(each.getKey(), scenario(each.getValue().path()));
        }
        Set<String> keys = differing(whole);
        whole.forEach((digest, all) -> settings.put(digest, named(digest, all, keys)));
    }

    /**
     * The runs of these folders, in their order. One that another repeats, or that has not ended, is absent with the reason.
     *
     * @throws IOException if a {@code scenario.conf} cannot be read
     */
    static List<SeededRun> of(List<RunFolder> runs) throws IOException {
        SeededRuns groups = new SeededRuns(runs);
        Map<String, RunFolder> known = new LinkedHashMap<>();
        List<SeededRun> seeded = new ArrayList<>();
        for (RunFolder run : runs) {
            Optional<Absence> absence = unfinished(run);
            if (absence.isEmpty()) {
                RunFolder before = known.putIfAbsent(digest(run) + " " + run.seed(), run);
                absence = Optional.ofNullable(before).map(first -> repeated(first, run));
            }
            seeded.add(groups.seeded(run, absence));
        }
        return seeded;
    }

    private SeededRun seeded(RunFolder run, Optional<Absence> absence) {
        Map<String, String> own = settings.getOrDefault(digest(run), Map.of());
        long seed = run.seed().isEmpty() ? 0 : Long.parseLong(run.seed());
        return absence.map(why -> SeededRun.absent(own, seed, why))
                .orElseGet(() -> SeededRun.of(own, seed, run.summary()));
    }

    private static String digest(RunFolder run) {
        return run.manifest().subject().configDigest();
    }

    private static Optional<Absence> unfinished(RunFolder run) {
        RunManifest.Course course = run.manifest().course();
        if (course.status().equals("failed")) {
            return Optional.of(Absence.failed(course.reason()));
        }
        if (!run.manifest().completed()) {
            String status = course.status().isEmpty() ? "unknown" : course.status();
            return Optional.of(new Absence(Absence.Kind.UNFINISHED, "its status is " + status));
        }
        return run.seed().isEmpty() ? Optional.of(Absence.unscored("its seed is unknown")) : Optional.empty();
    }

    private static Absence repeated(RunFolder first, RunFolder again) {
        String digests = first.digest().equals(again.digest()) ? "" : ", though not the digest";
        return new Absence(
                Absence.Kind.REPEATED,
                "configuration and seed are those of " + first.path().getFileName() + digests);
    }

    /** Every key of a resolved scenario with its value, but the seed; none where there is no file. */
    private static Map<String, String> scenario(Path folder) throws IOException {
        Path file = folder.resolve("scenario.conf");
        Map<String, String> values = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf(" = ");
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 3));
                }
            }
        }
        values.remove(SEED);
        return values;
    }

    private static Set<String> differing(Map<String, Map<String, String>> scenarios) {
        Set<String> keys = new LinkedHashSet<>();
        scenarios.values().forEach(each -> keys.addAll(each.keySet()));
        keys.removeIf(key -> scenarios.values().stream()
                        .map(each -> each.getOrDefault(key, ""))
                        .distinct()
                        .count()
                < 2);
        return keys;
    }

    /** What tells a configuration from the others: some settings or, where those are none or many, its name and digest. */
    private Map<String, String> named(String digest, Map<String, String> scenario, Set<String> keys) {
        Map<String, String> named = new LinkedHashMap<>();
        if (byDigest.size() > 1 && (keys.isEmpty() || keys.size() > MOST_KEYS)) {
            named.put("scenario", titleOf(digest));
            named.put("configuration", digest);
        } else if (byDigest.size() > 1) {
            keys.forEach(key -> named.put(key, scenario.getOrDefault(key, "")));
        }
        return named;
    }

    private String titleOf(String digest) {
        return Optional.ofNullable(byDigest.get(digest)).map(RunFolder::title).orElse("");
    }
}
