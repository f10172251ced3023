package catallaxy.agents.evolution;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** How what a learner is at the end of a stretch is written as bytes. Notes are left out, from which nothing is loaded. */
final class SnapshotState {
    private SnapshotState() {}

    static void save(Snapshot snapshot, StateWriter out) {
        TensorStore tensors = snapshot.tensors();
        out.int64(snapshot.progress().steps()).int64(snapshot.progress().episodes());
        out.int32(tensors.names().size());
        for (String name : tensors.names()) {
            TensorStore.Tensor tensor = tensors.tensor(name);
            out.text(name).ints(tensor.shape(), tensor.shape().length);
            out.floats(tensor.values(), tensor.values().length);
        }
        out.bytes(snapshot.state());
    }

    static Snapshot load(StateReader in) {
        TrainingProgress progress = TrainingProgress.NOTHING.at(in.int64(), in.int64());
        TensorStore tensors = new TensorStore();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            int[] shape = in.ints();
            tensors.put(name, in.floats(), shape);
        }
        return new Snapshot(progress, tensors, in.bytes());
    }
}
