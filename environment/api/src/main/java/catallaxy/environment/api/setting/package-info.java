/** How the components of settings records are written in scenario files, where their names and types do not say it. */
@NullMarked
package catallaxy.environment.api.setting;

import org.jspecify.annotations.NullMarked;
