/** Tests of the published test support that needs scenario files. */
@NullMarked
package catallaxy.scenarios.testkit;

import org.jspecify.annotations.NullMarked;
