/** NEAT: networks whose weights and structure evolve together, by historical markings, speciation and growth from the smallest. */
@NullMarked
package catallaxy.evolution.neat;

import org.jspecify.annotations.NullMarked;
