package catallaxy.evolution.search;

import catallaxy.environment.base.registry.Named;
import java.util.Optional;

/**
 * A kind of search, a method of evolution: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.evolution.search.SearchKind}. Immutable; a class without state and with a public constructor
 * without arguments.
 *
 * @param <S> the settings, a public record; each component is a key of scenario files as
 *            {@link catallaxy.environment.api.setting.Key} says
 */
public interface SearchKind<S extends Record> extends Named {
    /** The record of its settings, which is this kind's alone. */
    Class<S> config();

    /** What it is, in one sentence with its source, without its full stop. */
    String summary();

    /** What the problem would have to be for this search, in words that follow "expected"; empty where it suits. */
    Optional<String> misfit(EvolvableProblem problem);

    /**
     * A search at its beginning.
     *
     * @throws IllegalArgumentException if the problem does not suit
     */
    SearchSetup<?> setup(S settings, EvolvableProblem problem, SearchContext context);
}
