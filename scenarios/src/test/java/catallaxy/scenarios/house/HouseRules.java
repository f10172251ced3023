package catallaxy.scenarios.house;

import java.util.List;
import java.util.Set;

/** The rules that each source file of this repository keeps. */
final class HouseRules {
    /** Commands time themselves; a run's record says when it was made and how long it took. */
    private static final Set<String> CLOCK_READERS = Set.of(
            "catallaxy.scenarios.command",
            "catallaxy.scenarios.run",
            "catallaxy.scenarios.sweep",
            "catallaxy.scenarios.training",
            "catallaxy.scenarios.evolution");

    /** Files that hold one concept. */
    static final SourceRule FILE_LENGTH = new FileLength();
    /** Methods that fit on a page. */
    static final SourceRule METHOD_LENGTH = new MethodLength();
    /** Types named after what they are. */
    static final SourceRule TYPE_NAMES = new TypeNames();
    /** Public types that are explained. */
    static final SourceRule DOCUMENTED = new Documented();
    /** Public methods and constructors that are explained. */
    static final SourceRule DOCUMENTED_METHODS = new DocumentedMethods(SourceFile::isMain);
    /** Comments that only say why. */
    static final SourceRule COMMENTS = new Comments();

    /** A run does not depend on when it runs. */
    static final SourceRule NO_CLOCK = new BannedNames(
            HouseRules::mustNotReadClocks,
            Set.of(
                    "System.nanoTime",
                    "System.currentTimeMillis",
                    "Instant.now",
                    "LocalDate.now",
                    "LocalDateTime.now",
                    "ZonedDateTime.now",
                    "OffsetDateTime.now",
                    "Clock.systemUTC",
                    "Clock.systemDefaultZone",
                    "InstantSource.system",
                    "nanoTime",
                    "currentTimeMillis"),
            "only the command line and the record of a run read a clock");

    /** A run is a function of scenario and seed. */
    static final SourceRule NO_AMBIENT_CHANCE = new BannedNames(
            SourceFile::isMain,
            Set.of(
                    "Math.random",
                    "Random",
                    "SplittableRandom",
                    "SecureRandom",
                    "ThreadLocalRandom",
                    "RandomGenerator",
                    "UUID.randomUUID",
                    "System.identityHashCode",
                    "Collections.shuffle"),
            "chance comes from the run's counter-based streams");

    /** Iteration has the same order in each run. */
    static final SourceRule NO_HASH_ORDER = new BannedNames(
            HouseRules::isEngine,
            Set.of(
                    "HashMap",
                    "HashSet",
                    "IdentityHashMap",
                    "WeakHashMap",
                    "ConcurrentHashMap",
                    "Set.of",
                    "Set.copyOf",
                    "Map.of",
                    "Map.ofEntries",
                    "Map.copyOf",
                    "Collectors.toSet",
                    "Collectors.toMap",
                    "Collectors.toUnmodifiableSet",
                    "Collectors.toUnmodifiableMap",
                    "Collectors.groupingBy"),
            "its iteration order is not the same in each run");

    /** The engine is one thread. */
    static final SourceRule NO_THREADS = new BannedNames(
            HouseRules::isEngine,
            Set.of(
                    "Thread",
                    "ThreadLocal",
                    "ExecutorService",
                    "Executors",
                    "ForkJoinPool",
                    "CompletableFuture",
                    ".parallelStream",
                    ".parallel",
                    "Arrays.parallelPrefix",
                    "Arrays.parallelSetAll",
                    "Arrays.parallelSort"),
            "the engine is one thread");

    /** The engine computes the same bits on each machine. */
    static final SourceRule NO_INEXACT_MATHS = new BannedNames(
            HouseRules::isEngine,
            Set.of(
                    "Math.sin",
                    "Math.cos",
                    "Math.tan",
                    "Math.asin",
                    "Math.acos",
                    "Math.atan",
                    "Math.atan2",
                    "Math.exp",
                    "Math.expm1",
                    "Math.log",
                    "Math.log10",
                    "Math.log1p",
                    "Math.pow",
                    "Math.cbrt",
                    "Math.sinh",
                    "Math.cosh",
                    "Math.tanh",
                    "Math.hypot"),
            "differs between machines in the last bit; StrictMath does not");

    /** Tests wait for conditions. */
    static final SourceRule NO_SLEEP =
            new BannedNames(file -> true, Set.of("Thread.sleep"), "wait for a condition or use a manual clock");

    private HouseRules() {}

    /** A rule with a name for the test report. */
    record Named(String name, SourceRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Named> all() {
        return List.of(
                new Named("file length", FILE_LENGTH),
                new Named("method length", METHOD_LENGTH),
                new Named("type names", TYPE_NAMES),
                new Named("documented public types", DOCUMENTED),
                new Named("documented public methods", DOCUMENTED_METHODS),
                new Named("comments", COMMENTS),
                new Named("no clock", NO_CLOCK),
                new Named("no ambient chance", NO_AMBIENT_CHANCE),
                new Named("no hash order", NO_HASH_ORDER),
                new Named("no threads", NO_THREADS),
                new Named("no inexact maths", NO_INEXACT_MATHS),
                new Named("no sleep", NO_SLEEP));
    }

    private static boolean isEngine(SourceFile file) {
        return file.isMain() && file.packageName().startsWith("catallaxy.environment.");
    }

    private static boolean mustNotReadClocks(SourceFile file) {
        return file.isMain() && !CLOCK_READERS.contains(file.packageName());
    }
}
