/** What all searches have in common: how they are registered, asked and told, what they find, and the loop that drives them. */
@NullMarked
package catallaxy.evolution.search;

import org.jspecify.annotations.NullMarked;
