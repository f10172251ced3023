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
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static int numbers(String one, String other) {
        String left = one.replaceFirst("^0+", "");
        String right = other.replaceFirst("^0+", "");
        int digits = Integer.compare(left.length(), right.length());
        return digits != 0 ? digits : left.compareTo(right);
    }
}
