package catallaxy.environment.market.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.recording.BinanceReader;
import catallaxy.environment.market.recording.FlowMessage;
import catallaxy.environment.market.recording.LobsterReader;
import catallaxy.environment.market.recording.RecordedFlow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Books rebuilt from real recordings, where this machine has them, against what the exchange told of them. */
class RecordedBooksTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("catallaxy.root", "."), "..", "shared", "data", "lob");

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(file), "no recording " + file);
        return file;
    }

    /** Rows of the order-book file against the levels after their messages, but where several have one time. */
    @Test
    void lobsterIsRebuiltFromItsMessages() throws IOException {
        Path messages = file("lobster_AAPL_2012-06-21_message_10.csv");
        Path rows = file("lobster_AAPL_2012-06-21_orderbook_10.csv");
        RecordedMarket market = new RecordedMarket(
                LobsterReader.read("aapl", new Source(messages, rows), RecordedMarket.steps(0)), 0, 585);
        List<Long> times = times(messages);
        List<String> expected = Files.readAllLines(rows);
        int compared = 0;
        int best = 0;
        int ten = 0;
        for (int row = 0; row < times.size(); row++) {
            boolean last = row + 1 == times.size() || times.get(row + 1) > times.get(row) + 10;
            if (last) {
                market.runTo(times.get(row) + 9);
                compared++;
                best += agrees(market, expected.get(row), 1) ? 1 : 0;
                ten += agrees(market, expected.get(row), 10) ? 1 : 0;
            }
        }
        assertThat(compared).isEqualTo(890);
        assertThat(best).as("the best level of both sides").isEqualTo(847);
        assertThat(ten).as("ten levels of both sides").isEqualTo(65);
    }

    private record Source(Path file, Path rows) implements LobsterReader.Source {
        @Override
        public InputStream messages() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Optional<InputStream> book() throws IOException {
            return Optional.of(Files.newInputStream(rows));
        }
    }

    private static List<Long> times(Path messages) throws IOException {
        List<Long> times = new ArrayList<>();
        long first = -1;
        for (String line : Files.readAllLines(messages)) {
            long nanos = new BigDecimal(line.substring(0, line.indexOf(',')))
                    .movePointRight(9)
                    .longValueExact();
            first = first < 0 ? nanos : first;
            times.add(nanos - first);
        }
        return times;
    }

    private static boolean agrees(RecordedMarket market, String row, int levels) {
        String[] cells = row.split(",", -1);
        boolean agrees = true;
        for (Side side : Side.values()) {
            Map<Long, Long> expected = new LinkedHashMap<>();
            for (int level = 0; level < levels; level++) {
                int at = 4 * level + (side == Side.SELL ? 0 : 2);
                expected.put(Long.parseLong(cells[at]) / 100, Long.parseLong(cells[at + 1]));
            }
            Map<Long, Long> seen = new LinkedHashMap<>();
            market.levels(side).entrySet().stream()
                    .limit(levels)
                    .forEach(level -> seen.put(level.getKey(), level.getValue()));
            agrees &= seen.equals(expected);
        }
        return agrees;
    }

    /** After each depth message, the levels that all of them together say. */
    @Test
    void binanceIsRebuiltFromItsLevelsAndTrades() throws IOException {
        RecordedFlow flow;
        try (InputStream in = Files.newInputStream(file("binance_spot_ethusdt_20240809_depth_trade.jsonl.gz"))) {
            flow = BinanceReader.read("eth", in, RecordedMarket.steps(5));
        }
        RecordedMarket market = new RecordedMarket(flow, 5, 2_680);
        Map<Side, TreeMap<Long, Long>> told = Map.of(Side.BUY, new TreeMap<>(), Side.SELL, new TreeMap<>());
        int compared = 0;
        int equal = 0;
        for (int at = 0; at < flow.messages().size() && compared < 600; at++) {
            FlowMessage message = flow.messages().get(at);
            if (message.kind() != FlowMessage.Kind.LEVEL) {
                continue;
            }
            TreeMap<Long, Long> side = Objects.requireNonNull(told.get(message.side()));
            side.put(message.priceTicks(), message.lots());
            side.values().removeIf(lots -> lots == 0);
            boolean last = at + 1 == flow.messages().size()
                    || flow.messages().get(at + 1).timeNanos() > message.timeNanos();
            if (last) {
                market.runTo(message.timeNanos());
                Map<Long, Long> bids = market.levels(Side.BUY);
                Map<Long, Long> asks = market.levels(Side.SELL);
                compared++;
                equal += bids.equals(told.get(Side.BUY)) && asks.equals(told.get(Side.SELL)) ? 1 : 0;
            }
        }
        assertThat(equal).as("all levels").isEqualTo(compared).isEqualTo(600);
    }
}
