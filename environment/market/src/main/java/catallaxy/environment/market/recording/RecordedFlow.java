package catallaxy.environment.market.recording;

import java.util.List;

/**
 * The order flow of a recording, in the order of time. Immutable.
 *
 * @param name     of the file
 * @param messages times never fall
 */
public record RecordedFlow(String name, List<FlowMessage> messages) {
    public RecordedFlow {
        messages = List.copyOf(messages);
        long last = 0;
        for (FlowMessage each : messages) {
            if (each.timeNanos() < last) {
                throw new IllegalArgumentException(name + ": time falls from " + last + " to " + each.timeNanos());
            }
            last = each.timeNanos();
        }
    }

    /** Time of the last message, since the first; 0 where there is none. */
    public long spanNanos() {
        return messages.isEmpty() ? 0 : messages.getLast().timeNanos();
    }

    @Override
    public String toString() {
        return name + ", " + messages.size() + " messages";
    }
}
