/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.text;

import org.jspecify.annotations.NullMarked;
