/** Replays vectors recorded from deployed protocols against the engine. */
@NullMarked
package catallaxy.environment.market.conformance;

import org.jspecify.annotations.NullMarked;
