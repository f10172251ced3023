@NullMarked
package catallaxy.scenarios;

import org.jspecify.annotations.NullMarked;
