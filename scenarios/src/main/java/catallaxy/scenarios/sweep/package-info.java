/** Many runs of one scenario: what a sweep consists of, how it is carried through, and what each run left. */
@NullMarked
package catallaxy.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
