package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where profit came from in runs of shipped scenarios, against their other files. */
final class AttributedRunTest {
    private static final Pattern PNL = Pattern.compile("\"pnl\":([^,}]+),\"pnlOverHolding\"");
    private static final Pattern PARTS = Pattern.compile("\"attribution\":\\{([^}]*)}");
    private static final String[] EVERY_SECOND = {"recording.metrics-interval=1 s"};

    @TempDir
    static Path out;

    private static ShortRun run;
    private static ShortRun reorganised;

    @BeforeAll
    static void runOnce() {
        run = ShortRun.of(ShortRun.twoChains("2 h", EVERY_SECOND), 1, out);
        reorganised = ShortRun.of(
                ShortRun.twoChains(
                        "1 h",
                        "chains.mainnet.reorganisations={probability=0.2,depth=3}",
                        "chains.rollup.reorganisations={probability=0.2,depth=3}"),
                1,
                out);
    }

    private static List<BigDecimal> decimals(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> Arrays.stream(found.group(1).split(","))
                        .map(entry -> new BigDecimal(entry.substring(entry.indexOf(':') + 1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    /** As the texts of the file say, without a double in between. */
    private static void sums(ShortRun each) throws IOException {
        String text = Files.readString(each.files().summary());
        List<BigDecimal> profits = decimals(PNL, text);
        List<BigDecimal> sums = decimals(PARTS, text);
        assertThat(sums).hasSameSizeAs(profits).isNotEmpty();
        for (int i = 0; i < sums.size(); i++) {
            assertThat(sums.get(i)).isEqualByComparingTo(profits.get(i));
        }
        assertThat(profits).anyMatch(profit -> profit.signum() != 0);
    }

    @Test
    void theDecimalsOfThePartsSumToThatOfThePnl() throws IOException {
        sums(run);
        sums(reorganised);
        sums(ShortRun.of(ShortRun.scenario("flash-crash", "1 h"), 3, out));
        sums(ShortRun.of(ShortRun.scenario("risk-desk", "2 h"), 3, out));
        sums(ShortRun.of(ShortRun.scenario("bull-and-bear", "2 h"), 3, out));
        sums(ShortRun.of(ShortRun.scenario("seasons", "12 h"), 3, out));
    }

    @Test
    void costsAreThoseOfTheTotalsAndNothingComesFromNowhere() {
        for (ShortRun each : List.of(run, reorganised)) {
            for (Config agent : each.summary().getConfigList("agents")) {
                Config parts = agent.getConfig("attribution");
                assertThat(parts.getDouble("fees") + parts.getDouble("bridgeFees"))
                        .isCloseTo(-agent.getDouble("feesPaid"), within(1e-6));
                assertThat(parts.getDouble("gas")).isCloseTo(-agent.getDouble("gasPaid"), within(1e-6));
                assertThat(parts.getDouble("transfers")).isZero();
            }
            assertThat(each.summary().getInt("conservation.violations")).isZero();
        }
        assertThat(run.agent("arb").getDouble("attribution.gas")).isNegative();
        assertThat(reorganised.summary().getConfigList("chains").getFirst().getInt("reorganisations"))
                .isPositive();
    }

    /** The maker has no part in arbitrage, the fund none in resting orders, the arbitrageur in all. */
    @Test
    void tradesAndPricesGiveTheSame() throws IOException {
        for (String agent : List.of("maker", "fund", "arb")) {
            NaiveAttribution naive = new NaiveAttribution(run.folder(), agent);
            Config parts = run.agent(agent).getConfig("attribution");
            double inBlocks = Math.abs(parts.getDouble("mevLost"));
            assertThat(naive.trades()).as(agent).isPositive();
            assertThat(parts.getDouble("spread")).as(agent).isCloseTo(naive.spread, within(1e-4 + inBlocks));
            assertThat(parts.getDouble("arbitrage")).as(agent).isCloseTo(naive.arbitrage, within(1e-4 + inBlocks));
            assertThat(parts.getDouble("spread") + parts.getDouble("arbitrage") + parts.getDouble("mevLost"))
                    .as(agent)
                    .isCloseTo(naive.spread + naive.arbitrage, within(1e-4));
            assertThat(parts.getDouble("adverseSelection")).as(agent).isCloseTo(naive.adverseSelection, within(1e-4));
            assertThat(parts.getDouble("inventory")).as(agent).isCloseTo(naive.inventory, within(1e-3));
        }
        assertThat(run.agent("arb").getDouble("attribution.arbitrage")).isGreaterThan(100);
        assertThat(run.agent("maker").getDouble("attribution.arbitrage")).isZero();
        assertThat(Math.abs(run.agent("maker").getDouble("attribution.adverseSelection")))
                .isGreaterThan(1);
    }

    @Test
    void theLastRowIsTheSummaryAndEachRowSumsToTheEquity() throws IOException {
        List<String> rows = Files.readAllLines(run.files().attribution());
        List<String> equity = Files.readAllLines(run.files().equity());
        assertThat(rows).hasSameSizeAs(equity);
        for (int i = 1; i < rows.size(); i++) {
            String[] row = rows.get(i).split(",", -1);
            String[] worth = equity.get(i).split(",", -1);
            assertThat(row[1]).isEqualTo(worth[1]);
            double sum =
                    Arrays.stream(row).skip(2).mapToDouble(Double::parseDouble).sum();
            double initial = run.figure(row[1], "initialEquity");
            assertThat(sum).as(rows.get(i)).isCloseTo(Double.parseDouble(worth[2]) - initial, within(1e-6));
        }
        List<String> header = List.of(rows.getFirst().split(","));
        for (String last : rows.subList(rows.size() - 4, rows.size())) {
            String[] row = last.split(",", -1);
            for (Map.Entry<String, ?> part : run.agent(row[1])
                    .getConfig("attribution")
                    .root()
                    .unwrapped()
                    .entrySet()) {
                assertThat(Double.parseDouble(row[header.indexOf(part.getKey())]))
                        .as(part.getKey())
                        .isEqualTo(((Number) part.getValue()).doubleValue());
            }
        }
    }

    @Test
    void aRestoredRunSaysTheSame() throws IOException {
        var scenario = ShortRun.twoChains("40 m");
        ShortRun whole = ShortRun.of(scenario, 5, out);
        ShortRun restored = ShortRun.of(scenario, 5, DriverKind.ACTORS, OptionalLong.of(1_200_000_000_000L), out);
        assertThat(restored.files().attribution())
                .hasSameTextualContentAs(whole.files().attribution());
    }

    @Test
    void aShorterHorizonCatchesOtherMoves() throws IOException {
        ShortRun shorter = ShortRun.of(ShortRun.twoChains("1 h", "recording.attribution-horizon=1 s"), 1, out);
        ShortRun longer = ShortRun.of(ShortRun.twoChains("1 h", "recording.attribution-horizon=10 m"), 1, out);
        Matcher one = PARTS.matcher(Files.readString(shorter.files().summary()));
        Matcher other = PARTS.matcher(Files.readString(longer.files().summary()));
        assertThat(one.find() && other.find()).isTrue();
        assertThat(shorter.figure("maker", "attribution.adverseSelection"))
                .isNotCloseTo(longer.figure("maker", "attribution.adverseSelection"), within(1e-3));
        assertThat(shorter.figure("maker", "attribution.spread"))
                .isEqualTo(longer.figure("maker", "attribution.spread"));
        assertThat(shorter.figure("arb", "attribution.arbitrage"))
                .isLessThan(longer.figure("arb", "attribution.arbitrage"));
    }

    /** What it earned over holding is its fees less its loss, gas and what the rebalancing portfolio did otherwise. */
    @Test
    void aProviderEarnsFeesAndLosesVersusRebalancing() throws IOException {
        ShortRun provided = ShortRun.of(
                ShortRun.scenario(
                        "liquidity-desk", "12 h", "agents.rule.policy.patience=1", "agents.rule.policy.margin=0"),
                1,
                out);
        sums(provided);
        Config parts = provided.agent("rule").getConfig("attribution");
        assertThat(parts.getDouble("lpFees")).isPositive();
        assertThat(parts.getDouble("lossVersusRebalancing")).isNegative();
        assertThat(parts.getDouble("transfers")).isZero();
        double overHolding = provided.figure("rule", "pnlOverHolding");
        double inventory = provided.figure("holder", "attribution.inventory");
        assertThat(overHolding)
                .isCloseTo(
                        parts.getDouble("lpFees")
                                + parts.getDouble("lossVersusRebalancing")
                                + parts.getDouble("gas")
                                + parts.getDouble("fees")
                                + parts.getDouble("spread")
                                + parts.getDouble("adverseSelection")
                                + parts.getDouble("inventory")
                                - inventory,
                        within(1e-6));
        assertThat(provided.figure("holder", "attribution.lpFees")).isZero();
    }
}
