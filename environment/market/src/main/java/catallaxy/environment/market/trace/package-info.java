/** The trace: every event and state change of a run, as records that feed the digest and the recorders. */
@NullMarked
package catallaxy.environment.market.trace;

import org.jspecify.annotations.NullMarked;
