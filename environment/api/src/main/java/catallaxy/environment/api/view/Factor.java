package catallaxy.environment.api.view;

import catallaxy.environment.api.Feature;
import java.util.function.ToDoubleFunction;

/**
 * One number that an agent sees: what it is, and how it comes from what was looked at.
 *
 * @param <S>   what is looked at, once for all factors of an observation
 * @param value finite for whatever the market does
 */
public record Factor<S>(Feature feature, ToDoubleFunction<? super S> value) {}
