package com.example.crossentropy;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.environment.api.ActionSpec;

/** Scores that are linear in the features: of each label, of which the best allowed is taken, or of each quantity. Immutable. */
record LinearPolicy(int features, ActionSpace space, int maskSize) {
    static LinearPolicy of(int features, ActionSpec actions) {
        return new LinearPolicy(features, ActionSpace.of(actions), actions.maskSize());
    }

    /** How many weights it has: for each score those of the features, and a constant. */
    int size() {
        int scores = space instanceof ActionSpace.Discrete choices ? choices.logits() : space.size();
        return scores * (features + 1);
    }

    /** The policy with such weights, in plain Java: the same to the last bit in every batch and on every machine. */
    BatchPolicy with(float[] weights) {
        return (observations, masks, rows, actions) -> {
            for (int row = 0; row < rows; row++) {
                act(weights, observations, masks, row, actions);
            }
        };
    }

    /** Writes the action of one row. */
    void act(float[] weights, float[] observations, boolean[] masks, int row, float[] actions) {
        int first = row * space.size();
        switch (space) {
            case ActionSpace.Continuous quantities -> {
                for (int i = 0; i < quantities.size(); i++) {
                    actions[first + i] = quantities.denormalised(i, score(weights, i, observations, row));
                }
            }
            case ActionSpace.Discrete choices -> {
                int label = 0;
                for (int i = 0; i < choices.size(); i++) {
                    actions[first + i] = best(weights, label, choices.sizes()[i], observations, masks, row);
                    label += choices.sizes()[i];
                }
            }
        }
    }

    private int best(float[] weights, int from, int labels, float[] observations, boolean[] masks, int row) {
        int best = -1;
        float highest = 0;
        for (int i = 0; i < labels; i++) {
            float score = score(weights, from + i, observations, row);
            if (masks[row * maskSize + from + i] && (best < 0 || score > highest)) {
                best = i;
                highest = score;
            }
        }
        return Math.max(0, best);
    }

    private float score(float[] weights, int index, float[] observations, int row) {
        int start = index * (features + 1);
        float sum = weights[start + features];
        for (int f = 0; f < features; f++) {
            sum += weights[start + f] * observations[row * features + f];
        }
        return sum;
    }
}
