/** Tests of what the launcher does to the program. */
@NullMarked
package catallaxy.scenarios.launch;

import org.jspecify.annotations.NullMarked;
