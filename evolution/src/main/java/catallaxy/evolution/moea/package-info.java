/** Searches for whole fronts: NSGA-II, which sorts them, and MOEA/D, which takes them apart; with the variation of real vectors that both use. */
@NullMarked
package catallaxy.evolution.moea;

import org.jspecify.annotations.NullMarked;
