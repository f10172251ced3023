package catallaxy.scenarios.run;

import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.ReplayDivergedException;
import catallaxy.agents.driver.ReplayDriver;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Drives a market again by the decisions that a run recorded, without its agents, and compares the trace digest with the
 * recorded checkpoints. A run that was cut off is replayed as far as its journal reaches.
 */
public final class Replay {
    private final StoredRun run;
    private final Watcher watcher;
    private final List<Long> checkpoints = new ArrayList<>();
    private long firstDifference = -1;
    private int compared;
    private String ended = "";

    private Replay(StoredRun run, Watcher watcher) {
        this.run = run;
        this.watcher = watcher;
    }

    /** Sees each event of a replay. */
    @FunctionalInterface
    interface Watcher {
        Watcher NONE = (words, number, event) -> true;

        /**
         * Sees an event.
         *
         * @param words  puts the events of this replay into words
         * @param number of the event in the trace, from 1
         * @return false to stop the replay here
         */
        boolean saw(TraceWords words, long number, MarketEvent event);
    }

    /**
     * What a replay found.
     *
     * @param identical    whether every checkpoint, and the digest of a completed run, came out as recorded
     * @param status       of the recorded run
     * @param recorded     digest; empty if the run was not completed
     * @param found        digest of the replay
     * @param decisions    that were applied
     * @param checkpoints  that were compared
     * @param differsAfter trace events before the first checkpoint that differs, less one interval; −1 if none does
     * @param note         why the replay stopped before its end; empty if it did not
     */
    public record Result(
            boolean identical,
            String status,
            String recorded,
            String found,
            long decisions,
            int checkpoints,
            long differsAfter,
            String note) {}

    /** Replays the run of a folder. */
    public static Result of(Path folder) {
        return of(StoredRun.read(folder));
    }

    /** @throws UserError (corrupt) if the trace comes out as it was and the recorded checkpoints are not of it */
    static Result of(StoredRun run) {
        Replay replay = new Replay(run, Watcher.NONE);
        String found = replay.drive();
        replay.requireCheckpointsOf(found);
        boolean whole = replay.run.completed();
        boolean identical = replay.firstDifference < 0
                && (whole ? found.equals(replay.run.digest()) && replay.ended.isEmpty() : true);
        return new Result(
                identical,
                replay.run.status(),
                replay.run.digest(),
                found,
                replay.run.decisions().size(),
                replay.compared,
                replay.firstDifference,
                replay.ended);
    }

    private void requireCheckpointsOf(String found) {
        if (run.completed() && found.equals(run.digest()) && !checkpoints.equals(run.checkpoints())) {
            int equal = Arrays.mismatch(checkpoints.toArray(), run.checkpoints().toArray());
            throw UserError.corrupt("%s: damaged at byte %,d: the trace is the recorded one, but not its checkpoint %,d"
                    .formatted(new RunFiles(run.folder()).checkpoints(), (long) equal * Long.BYTES, equal + 1));
        }
    }

    /** Replays a run before a watcher, up to where it stops. */
    static Watched watched(StoredRun run, Watcher watcher) {
        Replay replay = new Replay(run, watcher);
        String digest = replay.drive();
        return new Watched(digest, replay.firstDifference, replay.ended);
    }

    /** What {@link Result} says of a replay that may have been stopped. */
    record Watched(String digest, long differsAfter, String note) {}

    /** The trace events of a recorded run with numbers in {@code (after, after + count]}; fewer if it ends before. */
    static List<Seen> events(StoredRun run, long after, long count) {
        List<Seen> seen = new ArrayList<>();
        watched(run, (words, number, event) -> {
            if (number > after) {
                seen.add(new Seen(event, words.event(number, event)));
            }
            return seen.size() < count;
        });
        return seen;
    }

    /** An event, and the same in words. */
    record Seen(MarketEvent event, TraceEvent words) {}

    /** The checkpoints of a replay, which reach as far as the recorded decisions. */
    static List<Long> checkpoints(StoredRun run) {
        Replay replay = new Replay(run, Watcher.NONE);
        replay.drive();
        return replay.checkpoints;
    }

    private String drive() {
        MarketEnvironment environment = new MarketEnvironment(run.scenario().market(), this::observe, market -> market);
        try {
            return new ReplayDriver(run.decisions())
                    .run(environment, run.seed(), List.of(), run.scenario().faultRule(), DriverListener.NONE)
                    .digest();
        } catch (SeenEnough enough) {
            return environment.digest();
        } catch (ReplayDivergedException diverged) {
            ended = String.valueOf(diverged.getMessage());
            return environment.digest();
        }
    }

    private void observe(Market market) {
        TraceWords words = new TraceWords(new RunNames(market));
        market.observe(event -> look(market, words, event));
    }

    private void look(Market market, TraceWords words, MarketEvent event) {
        TraceDigest digest = market.engine().log().digest();
        long number = digest.events();
        if (number % TraceCheckpoints.INTERVAL == 0) {
            checkpoints.add(digest.checkpoint());
            compare(digest.checkpoint(), number);
        }
        if (!watcher.saw(words, number, event)) {
            throw new SeenEnough();
        }
    }

    private void compare(long checkpoint, long number) {
        List<Long> recorded = run.checkpoints();
        if (compared < recorded.size()) {
            if (firstDifference < 0 && recorded.get(compared) != checkpoint) {
                firstDifference = number - TraceCheckpoints.INTERVAL;
            }
            compared++;
        }
    }

    /** Ends a replay whose watcher has seen what it wanted. */
    private static final class SeenEnough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SeenEnough() {
            super("seen enough", null, false, false);
        }
    }
}
