/** What those who decide see of a market, and through what they act in it: the same whatever market it is. */
@NullMarked
package catallaxy.environment.api.view;

import org.jspecify.annotations.NullMarked;
