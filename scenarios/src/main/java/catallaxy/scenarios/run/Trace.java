package catallaxy.scenarios.run;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells the events of a recorded run one by one, as a replay of its decisions makes them; none is kept. */
public final class Trace {
    private Trace() {}

    /**
     * Which events are wanted.
     *
     * @param fromNanos the earliest, simulated
     * @param toNanos   the latest; the replay stops behind it
     * @param kinds     of {@link TraceEvent#kinds()}; all if there is none
     * @param agent     whom they are about, an agent or a background participant
     * @param limit     the most; the replay stops at it
     */
    public record Choice(long fromNanos, long toNanos, Set<String> kinds, Optional<String> agent, long limit) {
        public Choice {
            kinds = Set.copyOf(kinds);
        }

        /** Whether time and kind are wanted, which is told before anything is put into words. */
        private boolean isAbout(MarketEvent event) {
            return event.timeNanos() >= fromNanos && (kinds.isEmpty() || kinds.contains(TraceEvent.kind(event)));
        }

        private void requireAgentAmong(List<String> participants) {
            agent.filter(name -> !participants.contains(name)).ifPresent(name -> {
                throw UserError.usage("--agent: the run has no participant " + name
                        + NearestWord.question(name, participants.stream()));
            });
        }
    }

    /**
     * What was told.
     *
     * @param replayed     events up to where the replay stopped
     * @param told         those among them that were wanted
     * @param digest       of the trace up to there
     * @param differsAfter events before the first recorded checkpoint that differs, less one interval; −1 if none does
     * @param note         why the replay stopped before its end; empty if it did not
     */
    public record Told(long replayed, long told, String digest, long differsAfter, String note) {}

    /**
     * Tells the wanted events of the run in a folder.
     *
     * @param receiver hears each; false stops the replay
     * @throws UserError if the folder is no run folder, does not hold what it should, or has no such agent
     */
    public static Told tell(Path folder, Choice choice, Predicate<TraceEvent> receiver) {
        Listener listener = new Listener(choice, receiver);
        Replay.Watched watched = Replay.watched(StoredRun.read(folder), listener);
        return new Told(listener.replayed, listener.told, watched.digest(), watched.differsAfter(), watched.note());
    }

    /** Counts events and passes on what is wanted. */
    private static final class Listener implements Replay.Watcher {
        private final Choice choice;
        private final Predicate<TraceEvent> receiver;
        private long replayed;
        private long told;

        Listener(Choice choice, Predicate<TraceEvent> receiver) {
            this.choice = choice;
            this.receiver = receiver;
        }

        @Override
        public boolean saw(TraceWords words, long number, MarketEvent event) {
            if (replayed == 0) {
                choice.requireAgentAmong(words.participants());
            }
            replayed = number;
            if (event.timeNanos() > choice.toNanos()) {
                return false;
            }
            return !choice.isAbout(event) || told(words.event(number, event));
        }

        private boolean told(TraceEvent event) {
            if (choice.agent()
                    .filter(name -> !event.participants().contains(name))
                    .isPresent()) {
                return true;
            }
            told++;
            return receiver.test(event) && told < choice.limit();
        }
    }
}
