package catallaxy.scenarios.report;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/** Run folders as {@code catallaxy run} writes them, of the shipped scenario {@code two-chains}, shortened. */
final class RecordedRun {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    private RecordedRun() {}

    /** One whose rollup pays for the blobs of its main chain. */
    static Path writeWithBlobs(Path folder, int minutes) throws IOException {
        Map<String, String> keys = Map.of(
                "duration", minutes + " m", "chains.mainnet.blob-fork", "osaka", "chains.rollup.settles-on", "mainnet");
        return write(folder, 1, keys);
    }

    /** One with a lending market that reads the price of a pool, a perpetual whose book a group quotes, and a bridge that validators attest. */
    static Path writeWithLenders(Path folder, long seed, int minutes) throws IOException {
        Map<String, String> keys = Map.of(
                "duration",
                minutes + " m",
                "venues.bank",
                "{kind=lending, chain=mainnet, assets=[ETH, USDC], supply=[worth 100000, 200000], oracle=spot}",
                "venues.perp",
                "{kind=perpetual, exchange=spot, base=ETH, quote=USDC}",
                "population.perp-ladder",
                "{kind=book-provider, venues=[perp]}",
                "population.bulls",
                "{kind=leveraged, venues=[perp]}",
                "bridges.canonical.committee",
                "{stakes=[1000, 1000, 1000], quorum=2}");
        return write(folder, seed, keys);
    }

    /** A run of so many simulated minutes in {@code folder}, without the checksums that would tell what a test alters. */
    static Path write(Path folder, long seed, int minutes) throws IOException {
        return write(folder, seed, Map.of("duration", minutes + " m"));
    }

    private static Path write(Path folder, long seed, Map<String, String> keys) throws IOException {
        RunRequest request = new RunRequest(
                ScenarioReader.read(SCENARIO, keys),
                seed,
                DriverKind.BATCH,
                folder.resolveSibling(folder.getFileName() + "-runs"),
                "catallaxy run two-chains --seed " + seed,
                "test",
                RecordedRun.class.getClassLoader(),
                OptionalLong.empty());
        Path made = Path.of(Simulation.run(request, timeNanos -> {}).subject().runFolder());
        Checksums.remove(made);
        return Files.move(made, folder);
    }
}
