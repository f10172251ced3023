/** What the launcher does to the program once it is built. */
@NullMarked
package catallaxy.scenarios.launch;

import org.jspecify.annotations.NullMarked;
