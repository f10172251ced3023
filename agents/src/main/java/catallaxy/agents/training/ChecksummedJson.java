package catallaxy.agents.training;

import catallaxy.environment.base.state.CorruptStateException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON objects that carry their own checksum: one entry a line in the order of the map, and last {@code sha256}, over all
 * bytes before that line.
 */
final class ChecksummedJson {
    private static final String LAST_KEY = "  \"sha256\": \"";
    private static final String END = "\"\n}\n";
    private static final int HEX_DIGITS = 64;

    private ChecksummedJson() {}

    /** @param entries strings, numbers, booleans and collections and maps of them; not finite numbers become null */
    static byte[] write(Map<String, ?> entries) {
        String body = entries.entrySet().stream()
                .map(entry -> "  " + quoted(entry.getKey()) + ": " + json(entry.getValue()) + ",\n")
                .collect(Collectors.joining("", "{\n", ""));
        String digest = sha256(body.getBytes(StandardCharsets.UTF_8));
        return (body + LAST_KEY + digest + END).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The object.
     *
     * @throws CorruptStateException unless every byte is as it was written
     */
    static Config read(byte[] bytes) {
        int tail = LAST_KEY.length() + HEX_DIGITS + END.length();
        int bodyLength = Math.max(0, bytes.length - tail);
        byte[] body = Arrays.copyOf(bytes, bodyLength);
        byte[] expected = (LAST_KEY + sha256(body) + END).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, bodyLength, bytes.length, expected, 0, expected.length)) {
            throw new CorruptStateException("its checksum does not fit: truncated or altered");
        }
        try {
            ConfigParseOptions json = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);
            return ConfigFactory.parseString(new String(bytes, StandardCharsets.UTF_8), json);
        } catch (ConfigException malformed) {
            throw new CorruptStateException("not JSON: " + malformed.getMessage());
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static String json(Object value) {
        return switch (value) {
            case Double number when !Double.isFinite(number) -> "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Collection<?> items ->
                items.stream().map(ChecksummedJson::json).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + json(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> quoted(value.toString());
        };
    }

    /** A JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < 0x20) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
