/** Registries: the open sets of kinds, to which a jar of the user's own adds by a line of a service file. */
@NullMarked
package catallaxy.environment.base.registry;

import org.jspecify.annotations.NullMarked;
