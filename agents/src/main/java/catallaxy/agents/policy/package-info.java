/** Policies: closed forms of the literature, baselines, and the loading of a user's own class. */
@NullMarked
package catallaxy.agents.policy;

import org.jspecify.annotations.NullMarked;
