/** Tests that read the repository itself: sizes, names, banned calls, import directions. */
@NullMarked
package catallaxy.scenarios.house;

import org.jspecify.annotations.NullMarked;
