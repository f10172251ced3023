/** Genetic search on Jenetics: its genotypes, selectors and alterers, and successive halving of what trains. */
@NullMarked
package catallaxy.evolution.genetic;

import org.jspecify.annotations.NullMarked;
