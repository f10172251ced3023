@NullMarked
package catallaxy.scenarios.evolution;

import org.jspecify.annotations.NullMarked;
