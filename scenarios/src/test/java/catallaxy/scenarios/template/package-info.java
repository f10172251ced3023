/** Tests of the projects that templates make. */
@NullMarked
package catallaxy.scenarios.template;

import org.jspecify.annotations.NullMarked;
