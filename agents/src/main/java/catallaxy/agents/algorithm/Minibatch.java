package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.network.HostTensor;

/** Rows of a rollout in the order in which an update visits them, as tensors. Buffers are kept between calls. */
final class Minibatch {
    private final Rollout rollout;
    private final ActionDistribution distribution;
    private final int features;
    private final int maskSize;
    private final HostTensor observationTensor;
    private final HostTensor actionTensor;
    private final HostTensor maskTensor;
    private final HostTensor logProbabilityTensor = new HostTensor(0);
    private final HostTensor advantageTensor = new HostTensor(0);
    private final HostTensor returnTensor = new HostTensor(0);
    private float[] observations = {};
    private float[] actions = {};
    private float[] masks = {};
    private float[] logProbabilities = {};
    private float[] advantages = {};
    private float[] returns = {};

    /**
     * The tensors of one batch.
     *
     * @param observations     {@code [B, F]}
     * @param actions          {@code [B, encodedSize]}
     * @param masks            {@code [B, M]}, or none where everything was allowed
     * @param logProbabilities {@code [B]} under the policy that acted
     * @param advantages       {@code [B]}
     * @param returns          {@code [B]}
     */
    record Tensors(
            NDArray observations,
            NDArray actions,
            NDList masks,
            NDArray logProbabilities,
            NDArray advantages,
            NDArray returns) {}

    Minibatch(Rollout rollout, ActionDistribution distribution) {
        this.rollout = rollout;
        this.distribution = distribution;
        features = rollout.observations.length / rollout.rows();
        maskSize = rollout.masks.length / rollout.rows();
        observationTensor = new HostTensor(features);
        actionTensor = new HostTensor(distribution.encodedSize());
        maskTensor = new HostTensor(maskSize);
    }

    /** The rows {@code visits[begin … begin + size)}; advantages shifted and scaled to mean 0 and deviation 1 if wanted. */
    Tensors gather(int[] visits, int begin, int size, boolean normaliseAdvantages, NDManager scope) {
        reserve(size);
        for (int i = 0; i < size; i++) {
            copy(visits[begin + i], i);
        }
        if (normaliseAdvantages && size > 1) {
            Advantages.normalise(advantages);
        }
        NDList allowed = rollout.masked() ? new NDList(maskTensor.fill(masks, size, scope)) : new NDList();
        return new Tensors(
                observationTensor.fill(observations, size, scope),
                actionTensor.fill(actions, size, scope),
                allowed,
                logProbabilityTensor.fill(logProbabilities, size, scope),
                advantageTensor.fill(advantages, size, scope),
                returnTensor.fill(returns, size, scope));
    }

    private void copy(int row, int i) {
        System.arraycopy(rollout.observations, row * features, observations, i * features, features);
        distribution.encode(rollout.actions, row, actions, i * distribution.encodedSize());
        if (rollout.masked()) {
            System.arraycopy(rollout.masks, row * maskSize, masks, i * maskSize, maskSize);
        }
        logProbabilities[i] = rollout.logProbabilities[row];
        advantages[i] = rollout.advantages[row];
        returns[i] = rollout.returns[row];
    }

    private void reserve(int size) {
        if (advantages.length != size) {
            observations = new float[size * features];
            actions = new float[size * distribution.encodedSize()];
            masks = new float[size * maskSize];
            logProbabilities = new float[size];
            advantages = new float[size];
            returns = new float[size];
        }
    }
}
