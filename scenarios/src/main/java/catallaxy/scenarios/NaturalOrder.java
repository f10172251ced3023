package catallaxy.scenarios;

import java.util.Comparator;

/**
 * The order of names in which whole numbers count as numbers: {@code c2} before {@code c10}. Names that differ only in leading
 * zeros are in the order of their characters. Consistent with equals.
 */
public final class NaturalOrder implements Comparator<String> {
    /** The order. */
    public static final NaturalOrder NAMES = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int left = 0;
        int right = 0;
        while (left < one.length() && right < other.length()) {
            int leftEnd = end(one, left);
            int rightEnd = end(other, right);
            int order = isDigit(one.charAt(left)) && isDigit(other.charAt(right))
                    ? numbers(one, left, leftEnd, other, right, rightEnd)
                    : words(one, left, leftEnd, other, right, rightEnd);
            if (order != 0) {
                return order;
            }
            left = leftEnd;
            right = rightEnd;
        }
        int longer = Boolean.compare(left < one.length(), right < other.length());
        return longer != 0 ? longer : one.compareTo(other);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Where the number or the word that begins at an index ends. */
    private static int end(String name, int from) {
        boolean number = isDigit(name.charAt(from));
        int end = from + 1;
        while (end < name.length() && isDigit(name.charAt(end)) == number) {
            end++;
        }
        return end;
    }

    private static int numbers(String one, int left, int leftEnd, String other, int right, int rightEnd) {
        int first = withoutZeros(one, left, leftEnd);
        int second = withoutZeros(other, right, rightEnd);
        int digits = Integer.compare(leftEnd - first, rightEnd - second);
        return digits != 0 ? digits : words(one, first, leftEnd, other, second, rightEnd);
    }

    private static int withoutZeros(String name, int from, int end) {
        int first = from;
        while (first < end && name.charAt(first) == '0') {
            first++;
        }
        return first;
    }

    private static int words(String one, int left, int leftEnd, String other, int right, int rightEnd) {
        int length = Math.min(leftEnd - left, rightEnd - right);
        for (int i = 0; i < length; i++) {
            int order = Character.compare(one.charAt(left + i), other.charAt(right + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftEnd - left, rightEnd - right);
    }
}
