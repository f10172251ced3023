package catallaxy.evolution.search;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import java.util.List;

/** Weights of a network of fixed shape, tried as what controls. */
record WeightTask(ControllerTask task, SearchContext.NetworkShape shape, VectorBox box) implements VectorTask {
    WeightTask(ControllerTask task, SearchContext.NetworkShape shape) {
        this(task, shape, LayeredController.box(shape, task.inputs(), task.outputs()));
    }

    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public List<Descriptor> descriptors() {
        return task.descriptors();
    }

    @Override
    public boolean noisy() {
        return task.noisy();
    }

    @Override
    public FitnessSample sample(double[] weights, long seed) {
        Controller controller = new LayeredController(shape, task.inputs(), task.outputs(), weights);
        return task.sample(controller, seed);
    }
}
