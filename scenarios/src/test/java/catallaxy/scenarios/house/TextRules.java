package catallaxy.scenarios.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no text file of the repository contains: tabs, trailing blanks, absolute paths of somebody's machine. */
final class TextRules {
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.~})])/(home|Users|root|work|tmp|mnt)/\\w|\\b[A-Z]:\\\\\\\\?[A-Za-z]");
    private static final Pattern TRAILING_BLANK = Pattern.compile("[ \\t]+$");

    private TextRules() {}

    static List<Violation> check(String path, String text) {
        List<Violation> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            if (line.indexOf('\t') >= 0) {
                found.add(new Violation(path, number + 1, "a tab"));
            }
            if (TRAILING_BLANK.matcher(line).find()) {
                found.add(new Violation(path, number + 1, "a blank at the end of the line"));
            }
            if (MACHINE_PATH.matcher(line).find()) {
                found.add(new Violation(path, number + 1, "an absolute path of one machine"));
            }
        }
        return found;
    }
}
