package catallaxy.scenarios.folder;

import java.util.List;

/**
 * One that was found: a line of {@code solutions.jsonl}, and of {@code archive.jsonl} for the elites of an archive. Beside these
 * entries, {@code candidate} holds what it can be made of again.
 *
 * @param cell           of the archive, counted along the last descriptor first; unknown elsewhere
 * @param values         of the objectives, in their own directions
 * @param standardErrors of these; empty where trials do not differ
 * @param behaviour      along the descriptors
 * @param samples        trials that these are the means of
 */
public record EvolvedSolution(
        double cell, List<Double> values, List<Double> standardErrors, List<Double> behaviour, double samples) {}
