package catallaxy.scenarios.training;

import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.TrainingListener;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Passes on what a trainer tells, once there is somebody to tell it to: a journal is opened after its trainer. One thread. */
final class RoundJournal implements TrainingListener {
    private @Nullable TrainingListener receiver;

    void begin(TrainingListener listener) {
        receiver = listener;
    }

    @Override
    public void measured(long steps, Map<String, Double> figures) {
        Objects.requireNonNull(receiver).measured(steps, figures);
    }

    @Override
    public void checkpoint(Snapshot snapshot) {
        Objects.requireNonNull(receiver).checkpoint(snapshot);
    }
}
