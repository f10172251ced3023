/** Tests of the bridge, which play Python's part. */
@NullMarked
package catallaxy.scenarios.bridge;

import org.jspecify.annotations.NullMarked;
