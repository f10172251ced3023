@NullMarked
package catallaxy.environment.market;

import org.jspecify.annotations.NullMarked;
