package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.CorruptStateException;
import com.typesafe.config.Config;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The object against its text by hand, and every change of it refused. */
class ChecksummedJsonTest {
    private static final String BODY = """
            {
              "text": "a \\"b\\" \\\\ c\\nd\\u0009é",
              "whole": 3,
              "broken": 0.5,
              "infinite": null,
              "truth": true,
              "list": [1, "x", [null]],
              "map": {"k": 2},
            """;

    private static Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("text", "a \"b\" \\ c\nd\té");
        entries.put("whole", 3);
        entries.put("broken", 0.5);
        entries.put("infinite", Double.POSITIVE_INFINITY);
        entries.put("truth", true);
        entries.put("list", List.of(1L, "x", List.of(Double.NaN)));
        entries.put("map", Map.of("k", 2));
        return entries;
    }

    private static byte[] signed(String body) {
        String digest = ChecksummedJson.sha256(body.getBytes(StandardCharsets.UTF_8));
        return (body + "  \"sha256\": \"" + digest + "\"\n}\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesAnEntryALineAndTheChecksumOfAllBeforeItLast() {
        assertThat(ChecksummedJson.write(entries())).isEqualTo(signed(BODY));
        assertThat(ChecksummedJson.write(Map.of())).isEqualTo(signed("{\n"));
    }

    @Test
    void readsWhatItWrote() {
        Config read = ChecksummedJson.read(ChecksummedJson.write(entries()));
        assertThat(read.getString("text")).isEqualTo("a \"b\" \\ c\nd\té");
        assertThat(read.getInt("whole")).isEqualTo(3);
        assertThat(read.getDouble("broken")).isEqualTo(0.5);
        assertThat(read.getIsNull("infinite")).isTrue();
        assertThat(read.getBoolean("truth")).isTrue();
        assertThat(read.getInt("map.k")).isEqualTo(2);
    }

    /** Of the empty text, FIPS 180-4's well-known digest. */
    @Test
    void theChecksumIsSha256() {
        assertThat(ChecksummedJson.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void refusesEveryChangedByteAndEveryTruncation() {
        byte[] whole = ChecksummedJson.write(entries());
        for (int i = 0; i < whole.length; i++) {
            byte[] part = Arrays.copyOf(whole, i);
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            for (byte[] wrong : List.of(part, changed)) {
                assertThatThrownBy(() -> ChecksummedJson.read(wrong))
                        .as("byte " + i)
                        .isInstanceOf(CorruptStateException.class)
                        .hasMessage("its checksum does not fit: truncated or altered");
            }
        }
    }

    @Test
    void refusesWhatIsSignedButNotJson() {
        assertThatThrownBy(() -> ChecksummedJson.read(signed("{\n  \"a\": [1,\n")))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageStartingWith("not JSON: ");
    }
}
