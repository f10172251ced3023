/** Populations of anything: what is evolved, how fitness is sampled, and the searches that breed, select and keep. */
@NullMarked
package catallaxy.evolution;

import org.jspecify.annotations.NullMarked;
