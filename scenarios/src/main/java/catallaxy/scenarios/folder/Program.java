package catallaxy.scenarios.folder;

/**
 * The program that made a run, and what it ran on. Unknown text is empty.
 *
 * @param catallaxy its version
 * @param commit    of its sources, or unknown
 * @param jdk       the version of the Java platform
 * @param os        name and processor architecture
 */
public record Program(String catallaxy, String commit, String jdk, String os) {
    /** This one, of that version. */
    public static Program running(String version) {
        return new Program(
                version,
                System.getProperty("catallaxy.commit", "unknown"),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
