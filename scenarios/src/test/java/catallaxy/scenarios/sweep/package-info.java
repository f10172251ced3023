/** Tests of sweeps of simulations, and of what all sweeps share. */
@NullMarked
package catallaxy.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
