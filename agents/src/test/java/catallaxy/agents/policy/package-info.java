/** Tests of the policies against closed forms, brute force and published figures. */
@NullMarked
package catallaxy.agents.policy;

import org.jspecify.annotations.NullMarked;
