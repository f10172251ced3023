/** An evolution in its run folder: begun, saved, resumed and written down. */
@NullMarked
package catallaxy.scenarios.evolution;

import org.jspecify.annotations.NullMarked;
