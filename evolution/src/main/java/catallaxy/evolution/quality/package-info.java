/** Searches for many kinds of behaviour: novelty search, MAP-Elites, and CMA-ME. */
@NullMarked
package catallaxy.evolution.quality;

import org.jspecify.annotations.NullMarked;
