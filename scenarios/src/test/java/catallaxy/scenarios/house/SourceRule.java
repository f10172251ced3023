package catallaxy.scenarios.house;

import java.util.List;

/** A rule that each source file keeps or breaks by itself. */
interface SourceRule {
    List<Violation> check(SourceFile file);
}
