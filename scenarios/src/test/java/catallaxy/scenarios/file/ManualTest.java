package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.manual.KeyReference;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.manual.ScenarioKey;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.text.ScenarioParser;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    @TempDir
    static Path folder;

    @Test
    void describesExactlyTheKeysAndKindsThatTheReaderAsksFor() throws IOException {
        SortedMap<String, String> documented = new TreeMap<>();
        KeyReference.shipped().keys().forEach(key -> documented.put(key.path(), key.kind()));
        documented.remove("definitions");
        assertThat(asked().entrySet()).containsExactlyInAnyOrderElementsOf(documented.entrySet());
    }

    @Test
    void everyKeyHasACommentOfItsOwn() {
        SortedSet<String> silent = new TreeSet<>();
        collectSilent("", Manual.shipped().root(), silent);
        assertThat(silent).isEmpty();
    }

    @Test
    void findsKeysByPathAndByTheirEnd() {
        KeyReference manual = KeyReference.shipped();
        assertThat(manual.find("world.step")).singleElement().satisfies(key -> {
            assertThat(key.kind()).isEqualTo("duration");
            assertThat(key.defaultValue()).contains("1 s");
            assertThat(key.range()).isEqualTo("1 ns to 365 d");
            assertThat(key.meaning()).isEqualTo("Time between two updates of its prices.");
        });
        assertThat(manual.find("chains.mainnet.demand.mean-share"))
                .extracting(ScenarioKey::path)
                .containsExactly("templates.chain.l1.demand.mean-share", "templates.chain.rollup.demand.mean-share");
        assertThat(manual.find("gamma")).hasSize(3);
        assertThat(manual.find("agents.fund.policy.assets.ETH.mu"))
                .singleElement()
                .satisfies(key -> assertThat(key.pathInScenario()).isEqualTo("agents.NAME.policy.assets.NAME.mu"));
        assertThat(manual.find("no-such-key")).isEmpty();
        assertThat(manual.nearest("blok-time")).contains("block-time");
    }

    private static Map<String, String> asked() throws IOException {
        ScenarioParser parser = new ScenarioParser(Optional.empty());
        String text = EveryKind.text(CandleFixture.write(folder).toString());
        ConfigObject written = parser.parse("every-kind.conf", text, Map.of());
        Reading reading = new Reading(Manual.shipped(), parser.sources());
        ScenarioReader.read(reading, written, "every-kind.conf");
        return reading.kinds();
    }

    private static void collectSilent(String prefix, ConfigObject object, SortedSet<String> silent) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String path = prefix + entry.getKey();
            boolean group = path.equals("templates") || path.matches("templates\\.[a-z]+");
            if (entry.getValue().origin().comments().isEmpty() && !group) {
                silent.add(path);
            }
            if (entry.getValue() instanceof ConfigObject inner) {
                collectSilent(path + ".", inner, silent);
            }
        }
    }
}
