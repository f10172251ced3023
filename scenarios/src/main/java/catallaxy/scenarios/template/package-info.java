/** Projects of a user's own, made from templates that lie among the resources. */
@NullMarked
package catallaxy.scenarios.template;

import org.jspecify.annotations.NullMarked;
