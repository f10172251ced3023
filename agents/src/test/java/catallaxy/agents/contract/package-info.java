/** What every implementation of a concept promises, run on all that are registered and seen to fail on planted faults. */
@NullMarked
package catallaxy.agents.contract;

import org.jspecify.annotations.NullMarked;
