package catallaxy.scenarios.file.section;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The canonical text of a scenario: one key a line, sorted. */
public final class ResolvedText {
    private static final int DIGEST_BYTES = 8;
    private static final Pattern FLOW_FILE = Pattern.compile("population\\.[^.]+\\.(book-)?file");

    private ResolvedText() {}

    /** The text of these values, a key a line. */
    public static String of(SortedMap<String, String> values) {
        return lines(values, key -> true);
    }

    /** 16 hexadecimal digits that do not depend on where files lie. */
    public static String digest(SortedMap<String, String> values) {
        String text = lines(values, key -> !isPlace(key) && !key.equals("seed"));
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    }

    /** Names of files whose content has a hash of its own. */
    private static boolean isPlace(String key) {
        return key.endsWith("file")
                && (key.endsWith(".candles.file") || FLOW_FILE.matcher(key).matches());
    }

    private static String lines(SortedMap<String, String> values, Predicate<String> chosen) {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> {
            if (chosen.test(key)) {
                text.append(key).append(" = ").append(value).append('\n');
            }
        });
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
