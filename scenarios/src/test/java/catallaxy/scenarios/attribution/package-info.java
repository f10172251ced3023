/** Tests of where profit came from. */
@NullMarked
package catallaxy.scenarios.attribution;

import org.jspecify.annotations.NullMarked;
