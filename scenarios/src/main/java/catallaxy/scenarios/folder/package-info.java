/** Records of a run folder's files, which those that write them and those that read them share. */
@NullMarked
package catallaxy.scenarios.folder;

import org.jspecify.annotations.NullMarked;
