package catallaxy.evolution.search;

import catallaxy.environment.base.registry.Named;

/**
 * A kind of problem that can be evolved for: registered by its class name in
 * {@code META-INF/services/catallaxy.evolution.search.EvolvableKind}. Immutable; a class without state and with a public
 * constructor without arguments.
 *
 * @param <P> the problem, a public record whose components are the keys of {@code problem} in scenario files, as
 *            {@link catallaxy.environment.api.setting.Key} says
 */
public interface EvolvableKind<P extends Record & EvolvableProblem> extends Named {
    /** The record, which is this kind's alone. */
    Class<P> config();

    /** What it is, in one sentence with its source, without its full stop. */
    String summary();
}
