package catallaxy.scenarios.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Comments neither postpone work nor keep dead code. */
final class Comments implements SourceRule {
    private static final Pattern POSTPONED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("(?s).*[=(.].*[;}]\\s*");

    @Override
    public List<Violation> check(SourceFile file) {
        List<Violation> found = new ArrayList<>();
        for (Comment comment : file.comments()) {
            if (POSTPONED.matcher(comment.text()).find()) {
                found.add(new Violation(file.path(), comment.line(), "postponed work belongs in an issue"));
            }
            if (isCode(comment)) {
                found.add(new Violation(file.path(), comment.line(), "commented-out code"));
            }
        }
        return found;
    }

    private static boolean isCode(Comment comment) {
        String words = comment.words();
        return !comment.isDocumentation()
                && LOOKS_LIKE_CODE.matcher(words).matches()
                && SourceParser.isStatements(words);
    }
}
