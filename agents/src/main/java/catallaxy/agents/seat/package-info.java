/**
 * A seat of a market as a learner takes it: what it sees there and may do, what it is rewarded with, how it imitates the policy
 * beside it, and trained policies as agents.
 */
@NullMarked
package catallaxy.agents.seat;

import org.jspecify.annotations.NullMarked;
