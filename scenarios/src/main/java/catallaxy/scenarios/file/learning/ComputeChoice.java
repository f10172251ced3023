package catallaxy.scenarios.file.learning;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.check.Checks;

/**
 * What computes the networks.
 *
 * @param device  on which they lie
 * @param threads of the network engine for one operation, 1 to 1024
 */
public record ComputeChoice(DeviceChoice device, int threads) {
    private static final int MOST_THREADS = 1024;

    public ComputeChoice {
        Checks.inRange("threads", threads, 1, MOST_THREADS);
    }

    /**
     * Loads what computes them.
     *
     * @throws IllegalArgumentException if there is no such device, with how to get one
     */
    public Compute open() {
        return Compute.open(device, threads);
    }
}
