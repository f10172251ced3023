/** Auxiliary models, which learn while a run goes on: what they learn from, how they are fitted, and how well they did. */
@NullMarked
package catallaxy.agents.model;

import org.jspecify.annotations.NullMarked;
