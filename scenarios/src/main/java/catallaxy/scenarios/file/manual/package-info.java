/** The manual of scenario files: every key with its default and meaning, from the reference files and from kinds that describe themselves. */
@NullMarked
package catallaxy.scenarios.file.manual;

import org.jspecify.annotations.NullMarked;
