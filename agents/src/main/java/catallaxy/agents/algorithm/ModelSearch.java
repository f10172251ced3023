package catallaxy.agents.algorithm;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;

/**
 * How a learned model is searched before each action.
 *
 * @param simulations           of a search in training
 * @param evaluationSimulations of a search of the policy that was learned; 0 for as many as in training
 * @param leaves                states of one tree that the networks are asked about at once
 * @param considered            m of the Gumbel search
 * @param valueScale            c_scale
 */
public record ModelSearch(
        @Key(
                initial = "16",
                range = "1 to 100000",
                meaning = "Simulations before an action in training. 50 in the paper, for Atari.")
        int simulations,

        @Key(
                initial = "0",
                range = "0 to 100000",
                meaning =
                        "Simulations before an action of the policy that was learned, in evaluations and in runs; 0: as many as in"
                                + " training.")
        int evaluationSimulations,

        @Key(
                initial = "1",
                range = "1 to 4096",
                meaning =
                        "States of one tree that the networks are asked about at once; those of all worlds go together anyway.")
        int leaves,

        @Key(
                initial = "16",
                range = "1 to 4096",
                meaning = "Actions that the search tries at the root, at most; Danihelka et al. 2022.")
        int considered,

        @Key(
                initial = "0.1",
                meaning =
                        "How much values count beside the policy network, c_scale of Danihelka et al. 2022; theirs for Atari is 0.1.")
        double valueScale) {
    /** Checks each; the error names the field. */
    public ModelSearch {
        Checks.inRange("simulations", simulations, 1, 100_000);
        Checks.inRange("evaluationSimulations", evaluationSimulations, 0, 100_000);
        Checks.inRange("leaves", leaves, 1, 4_096);
        Checks.inRange("considered", considered, 1, 4_096);
        Settings.notNegative("valueScale", valueScale);
    }

    /** Of the policy that was learned. */
    int played() {
        return evaluationSimulations > 0 ? evaluationSimulations : simulations;
    }
}
