package catallaxy.scenarios.file.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.Sources;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
    private static final String MANUAL = """
            latency = 1 s, share = 0.5, step-bps = 2.5, price-gwei = 0.5, wait = 90 s
            level = none, seed = none, tick = auto, mood = calm, sizes = [1, 2], weights = [0.5], words = [a]
            venue = book, asset = ETH, pools = [pool, book], speed = 3
            inner { depth = 4 }
            """;
    private static final Names VENUES = new Names("a venue", List.of("book", "pool"));
    private static final Names ASSETS = new Names("an asset", List.of("ETH", "USDC"));
    private static final Names NONE = new Names("nothing", List.of());
    private static final RecordReader RECORDS =
            new RecordReader(new MarketNames(ASSETS, NONE, NONE, NONE, VENUES, NONE, NONE));

    private final Reading reading = new Reading(Manual.shipped(), new Sources());

    private Section section(String text) {
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription("a.conf");
        ConfigObject manual = ConfigFactory.parseString(MANUAL).root();
        ConfigObject given = ConfigFactory.parseString(text, options).root();
        return new Section(
                reading, new SectionText("things.one", "thing", given, manual, "a.conf:1", reading.sources()));
    }

    private List<String> problems() {
        try {
            reading.problems().throwIfAny();
            return List.of();
        } catch (ScenarioException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.key() + ": " + problem.message())
                    .toList();
        }
    }

    enum Mood {
        CALM,
        WELL_AWAKE
    }

    record Units(
            String id, long latencyNanos, double share, long stepPips, long priceWei, double waitSeconds, int speed) {
        Units {
            Checks.inRange("latencyNanos", latencyNanos, 1_000_000L, 2_000_000_000L);
            Checks.inRange("stepPips", stepPips, 0, 500);
            Checks.inRange("waitSeconds", waitSeconds, 1, 120);
        }
    }

    @Test
    void componentsTakeKeysInTheUnitsOfTheirNames() {
        assertThat(RECORDS.read(section("speed = 7"), Units.class))
                .contains(new Units("one", 1_000_000_000L, 0.5, 250, 500_000_000L, 90, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "latency = 3 s,   'things.one.latency: expected 1 ms to 2 s, found ''3 s'''",
        "step-bps = 6,    'things.one.step-bps: expected 0 to 5, found ''6'''",
        "wait = 3 m,      'things.one.wait: expected 1 s to 2 m, found ''3 m'''",
        "speed = fast,    'things.one.speed: expected a whole number, found ''fast'''",
        "latenzy = 3 s,   'things.one.latenzy: expected a key of things.one, found ''latenzy''; did you mean ''latency''?'"
    })
    void whatTheRecordRefusesIsSaidOfTheKeyInTheUnitsOfTheFile(String text, String problem) {
        assertThat(RECORDS.read(section(text), Units.class)).isEmpty();
        assertThat(problems()).containsExactly(problem);
    }

    record Values(
            OptionalDouble level,
            OptionalLong seed,
            @Key(absent = "auto") Optional<BigDecimal> tick,
            Mood mood,
            List<Integer> sizes,
            List<Double> weights,
            List<String> words) {}

    @Test
    void numbersMayBeAbsentAndListsHoldNumbersOrWords() {
        assertThat(RECORDS.read(section(""), Values.class))
                .contains(new Values(
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Mood.CALM,
                        List.of(1, 2),
                        List.of(0.5),
                        List.of("a")));
        assertThat(RECORDS.read(section("level = 2, seed = 5, tick = 0.10, mood = well-awake"), Values.class))
                .map(Values::tick)
                .contains(Optional.of(new BigDecimal("0.10")));
        assertThat(RECORDS.read(section("level = auto, mood = dead, sizes = [1.5]"), Values.class))
                .isEmpty();
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "things.one.level: expected a number, or none, found 'auto'",
                        "things.one.mood: expected one of calm, well-awake, found 'dead'",
                        "things.one.sizes: expected a list of whole numbers, found '[1.5]'");
    }

    record References(
            @NameOf(NameOf.Thing.VENUE) int venue,
            @NameOf(NameOf.Thing.ASSET) String asset,
            @Key("pools") @NameOf(NameOf.Thing.VENUE) List<Integer> where) {
        References {
            Checks.that(where.size() > 1, "where", "two pools or more", where);
        }
    }

    @Test
    void namesBecomeIndicesOrStayNames() {
        assertThat(RECORDS.read(section("asset = USDC"), References.class))
                .contains(new References(0, "USDC", List.of(1, 0)));
        assertThat(RECORDS.read(section("venue = boko, pools = [pool, pool]"), References.class))
                .isEmpty();
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "things.one.venue: expected a venue (book, pool), found 'boko'; did you mean 'book'?",
                        "things.one.pools: expected each name once, found 'pool'");
    }

    @Test
    void aKeyThatIsStatedIsTheOneThatMistakesAreOf() {
        assertThat(RECORDS.read(section("pools = [pool]"), References.class)).isEmpty();
        assertThat(problems()).containsExactly("things.one.pools: expected two pools or more, found '[\"pool\"]'");
    }

    record Depth(int depth) {
        Depth {
            Checks.inRange("depth", depth, 0, 9);
        }
    }

    record Speed(int speed) {}

    record Outer(Depth inner, Speed further, String given) {}

    @Test
    void recordsInRecordsAreSectionsWhereTheManualHasThemAndFurtherKeysElse() {
        assertThat(RECORDS.read(section("inner.depth = 5"), Outer.class, Map.of("given", "so")))
                .contains(new Outer(new Depth(5), new Speed(3), "so"));
        assertThat(RECORDS.read(section("inner.depth = 10"), Outer.class, Map.of("given", Optional.of("so"))))
                .isEmpty();
        assertThat(problems()).containsExactly("things.one.inner.depth: expected 0 to 9, found '10'");
    }

    record Unreadable(Thread share) {}

    @Test
    void aComponentOfAnotherTypeIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> RECORDS.read(section(""), Unreadable.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("share");
    }
}
