/**
 * Learning in the market: what a learner sees of a seat and may do in it, what it is rewarded with, many worlds stepped
 * together with several learners in each, and trained policies as agents.
 */
@NullMarked
package catallaxy.agents.market;

import org.jspecify.annotations.NullMarked;
