package catallaxy.evolution.search;

import java.util.SequencedMap;

/**
 * How a candidate is written into results: what a person reads, and what it can be made of again.
 *
 * @param <C> what is evolved
 */
@FunctionalInterface
public interface CandidateForm<C> {
    /** Its parts by name, in order: numbers, words, arrays of numbers, lists and maps of such. */
    SequencedMap<String, Object> parts(C candidate);
}
