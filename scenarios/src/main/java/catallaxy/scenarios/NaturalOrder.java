package catallaxy.scenarios;

import java.util.Comparator;
import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order of names in which whole numbers count as numbers: {@code c2} before {@code c10}. Names that differ only in leading
 * zeros are in the order of their characters. Consistent with equals.
 */
public final class NaturalOrder implements Comparator<String> {
    /** The order. */
    public static final NaturalOrder NAMES = new NaturalOrder();

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int common = common(one, other);
        if (common == one.length() && common == other.length()) {
            return 0;
        }
        boolean withinWords = isWord(one, common) && isWord(other, common);
        return withinWords ? Character.compare(one.charAt(common), other.charAt(common)) : byParts(one, other);
    }

    /** Characters that both begin with. */
    private static int common(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int common = 0;
        while (common < most && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    private static boolean isWord(String name, int at) {
        return at < name.length() && !isDigit(name.charAt(at));
    }

    private static int byParts(String one, String other) {
        Iterator<String> left = parts(one);
        Iterator<String> right = parts(other);
        while (left.hasNext() && right.hasNext()) {
            int order = part(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        int longer = Boolean.compare(left.hasNext(), right.hasNext());
        return longer != 0 ? longer : one.compareTo(other);
    }

    private static Iterator<String> parts(String name) {
        return PART.matcher(name).results().map(MatchResult::group).iterator();
    }

    private static int part(String one, String other) {
        return isNumber(one) && isNumber(other) ? numbers(one, other) : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return isDigit(part.charAt(0));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int numbers(String one, String other) {
        String left = one.replaceFirst("^0+", "");
        String right = other.replaceFirst("^0+", "");
        int digits = Integer.compare(left.length(), right.length());
        return digits != 0 ? digits : left.compareTo(right);
    }
}
