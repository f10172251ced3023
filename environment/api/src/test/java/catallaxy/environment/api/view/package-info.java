/** Tests of what is seen of a market. */
@NullMarked
package catallaxy.environment.api.view;

import org.jspecify.annotations.NullMarked;
