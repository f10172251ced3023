package catallaxy.agents.algorithm;

import java.util.Arrays;

/** The loss of both networks on a batch, {@code (z − v)² − Σ_a π(a) ln p(a)} in the mean, and its derivatives by their outputs. */
final class GameLoss {
    private final int actions;
    private final float[] policyDerivative;
    private final float[] valueDerivative;
    private double policyLoss;
    private double valueLoss;
    private double entropy;

    GameLoss(int rows, int actions) {
        this.actions = actions;
        policyDerivative = new float[rows * actions];
        valueDerivative = new float[rows];
    }

    /**
     * Computes all.
     *
     * @param logits {@code [B, A]}
     * @param raw    {@code [B]}, before tanh
     */
    void differentiate(float[] logits, float[] raw, GameBatch batch) {
        double[] p = new double[actions];
        for (int b = 0; b < batch.size(); b++) {
            softmax(logits, batch.legal(), b, p);
            ofPolicy(p, batch, b);
            double v = StrictMath.tanh(raw[b]);
            double error = v - batch.outcomes()[b];
            valueLoss += error * error / batch.size();
            valueDerivative[b] = (float) (2 * error * (1 - v * v) / batch.size());
        }
    }

    private void ofPolicy(double[] p, GameBatch batch, int row) {
        for (int action = 0; action < actions; action++) {
            int at = row * actions + action;
            if (batch.legal()[at]) {
                float wanted = batch.policies()[at];
                double log = StrictMath.log(Math.max(p[action], Double.MIN_NORMAL));
                policyLoss -= wanted * log / batch.size();
                entropy -= p[action] * log / batch.size();
                policyDerivative[at] = (float) ((p[action] - wanted) / batch.size());
            }
        }
    }

    private void softmax(float[] logits, boolean[] legal, int row, double[] p) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < actions; action++) {
            if (legal[row * actions + action]) {
                highest = Math.max(highest, logits[row * actions + action]);
            }
        }
        Arrays.fill(p, 0);
        double total = 0;
        for (int action = 0; action < actions; action++) {
            if (legal[row * actions + action]) {
                p[action] = StrictMath.exp(logits[row * actions + action] - highest);
                total += p[action];
            }
        }
        for (int action = 0; action < actions; action++) {
            p[action] /= total;
        }
    }

    float[] policyDerivative() {
        return policyDerivative;
    }

    float[] valueDerivative() {
        return valueDerivative;
    }

    double policyLoss() {
        return policyLoss;
    }

    double valueLoss() {
        return valueLoss;
    }

    /** Of the network's policy, in nats. */
    double entropy() {
        return entropy;
    }
}
