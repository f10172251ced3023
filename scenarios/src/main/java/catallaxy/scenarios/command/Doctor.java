package catallaxy.scenarios.command;

import catallaxy.agents.network.Kernels;
import catallaxy.scenarios.catalogue.ScenarioEntries;
import catallaxy.scenarios.command.Checkup.Status;
import catallaxy.scenarios.run.RunsFolder;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at everything on this machine that a run relies on. Writes one probe file to where run folders appear and removes it. */
final class Doctor {
    private static final int NEEDED_JAVA = 25;
    private static final long GIBIBYTE = 1L << 30;

    private final RunsFolder runs;
    private final Machine machine;

    Doctor(RunsFolder runs, Machine machine) {
        this.runs = runs;
        this.machine = machine;
    }

    List<Checkup> examine() {
        return List.of(
                java(), cores(), memory(), actors(), instructions(), runFolder(), disk(), scenarios(), recordings());
    }

    private static Checkup java() {
        int feature = Runtime.version().feature();
        String found = "%s, %s".formatted(Runtime.version(), System.getProperty("java.home"));
        return Checkup.okIf(feature >= NEEDED_JAVA, "JDK", found, "use a JDK " + NEEDED_JAVA + " or newer");
    }

    private Checkup cores() {
        String found = "%d, %s".formatted(machine.cores(), machine.processor());
        return Checkup.okIf(machine.cores() > 1, "cores", found, "actors share one core with the market");
    }

    private Checkup memory() {
        String found =
                "%s, heap up to %s".formatted(gibibytes(machine.memoryBytes()), gibibytes(machine.maxHeapBytes()));
        boolean enough = machine.maxHeapBytes() >= GIBIBYTE;
        return Checkup.okIf(enough, "memory", found, "allow a larger heap with CATALLAXY_JVM_OPTIONS=-Xmx2g");
    }

    private static Checkup actors() {
        return Checkup.ok("Akka", ConfigFactory.load().getString("akka.version"));
    }

    private static Checkup instructions() {
        try {
            return Checkup.ok("networks", Kernels.current().instructions() + " instructions");
        } catch (IllegalArgumentException unknown) {
            return Checkup.fail("networks", String.valueOf(unknown.getMessage()), "no network can be trained");
        }
    }

    private Checkup runFolder() {
        return runs.obstacle()
                .map(why -> Checkup.fail("run folder", why, "name another folder with --out"))
                .orElseGet(() -> Checkup.ok("run folder", runs.path() + " can be written"));
    }

    private Checkup disk() {
        long free = runs.usableBytes();
        return Checkup.okIf(free >= GIBIBYTE, "disk", gibibytes(free) + " free", "a long run may write a gibibyte");
    }

    private static Checkup scenarios() {
        int count = ScenarioEntries.in(ProgramHome.scenarios()).size();
        String found = "%d in %s".formatted(count, ProgramHome.scenarios());
        return Checkup.okIf(count > 0, "scenarios", found, "the checkout seems to be incomplete");
    }

    private static Checkup recordings() {
        Path folder = ProgramHome.recordings();
        boolean present = Files.isDirectory(folder);
        String found = present ? folder.toString() : "none beside the checkout";
        return Checkup.okIf(present, "recorded data", found, "optional: checks against recordings are skipped");
    }

    private static String gibibytes(long bytes) {
        return "%.1f GiB".formatted(bytes / (double) GIBIBYTE);
    }

    /** Whether a run would work. */
    static boolean isHealthy(List<Checkup> checkups) {
        return checkups.stream().noneMatch(checkup -> checkup.status() == Status.FAIL);
    }
}
