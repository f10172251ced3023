package catallaxy.environment.market.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.recording.FlowMessage.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the readers make of lines, and what they say of lines that are none. */
class RecordingReadersTest {
    private static final Steps STEPS = new Steps(new BigDecimal("0.01"), new BigDecimal("0.1"));
    private static final String DEPTH =
            "5 {\"stream\":\"x@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":7,\"s\":\"X\",\"U\":10,\"u\":12,"
                    + "\"b\":[[\"1.50\",\"2.0\"],[\"1.49\",\"0.0\"]],\"a\":[[\"1.52\",\"0.3\"]]}}\n";

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordedFlow lobster(String messages, Optional<String> book) throws IOException {
        return LobsterReader.read(
                "m.csv",
                new LobsterReader.Source() {
                    @Override
                    public InputStream messages() {
                        return bytes(messages);
                    }

                    @Override
                    public Optional<InputStream> book() {
                        return book.map(RecordingReadersTest::bytes);
                    }
                },
                STEPS);
    }

    @Test
    void lobsterMessagesBecomeOrdersCancellationsAndTrades() throws IOException {
        RecordedFlow flow = lobster("""
                34200.000000001,1,7,3,15000,1
                34200.000000001,1,8,5,15200,-1
                34200.5,2,8,2,15200,-1
                34200.6,4,8,1,15200,-1
                34200.7,5,0,1,15100,-1
                34200.8,3,99,4,14900,1
                34201,3,7,3,15000,1
                """, Optional.empty());
        assertThat(flow.messages())
                .containsExactly(
                        new FlowMessage(0, Kind.REST, 7, Side.BUY, 150, 30),
                        new FlowMessage(1, Kind.REST, 8, Side.SELL, 152, 50),
                        new FlowMessage(499_999_999, Kind.CANCEL, 8, Side.SELL, 152, 20),
                        new FlowMessage(599_999_999, Kind.TRADE, FlowMessage.ANONYMOUS, Side.BUY, 152, 10),
                        new FlowMessage(799_999_999, Kind.CANCEL, FlowMessage.ANONYMOUS, Side.BUY, 149, 40),
                        new FlowMessage(999_999_999, Kind.CANCEL, 7, Side.BUY, 150, 30));
        assertThat(flow.spanNanos()).isEqualTo(999_999_999);
        assertThat(flow).hasToString("m.csv, 6 messages");
    }

    /** The first message is in the first row already. */
    @Test
    void theFirstRowOfTheBookIsWhatStoodBefore() throws IOException {
        RecordedFlow flow = lobster(
                "34200,1,7,3,15000,1\n34201,3,7,3,15000,1\n",
                Optional.of("15200,5,15000,9,9999999999,0,14900,1\n15300,1,15000,6,0,0,0,0\n"));
        assertThat(flow.messages())
                .containsExactly(
                        new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.SELL, 152, 50),
                        new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 150, 90),
                        new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 149, 10),
                        new FlowMessage(1_000_000_000, Kind.CANCEL, FlowMessage.ANONYMOUS, Side.BUY, 150, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                34200,1,7,3,15000             | expected time, type, order, size, price, direction
                34200,1,7,3,15000,2           | direction: expected 1 or -1, found 2
                34200,8,7,3,15000,1           | type: expected 1 to 7, found 8
                34200,1,7,x,15000,1           | expected a number
                34200,1,7,3,15050,1           | price: expected a multiple of 0.01 above 0, found 1.505
                34200,1,7,0,15000,1           | quantity: expected a multiple of 0.1 above 0, found 0
                34200,1,274877906944,3,15000,1| order: expected 0 to 2^38 - 1
                34100,1,7,3,15000,1           | time: expected at least that of the line before, found 34100
                """)
    void aWrongMessageIsToldWithFileAndLine(String line, String problem) {
        assertThatThrownBy(() -> lobster("34199,1,1,1,15000,1\n" + line + "\n", Optional.empty()))
                .isInstanceOf(FlowFileException.class)
                .hasMessageStartingWith("m.csv, line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aWrongRowOfTheBookIsToldToo() {
        assertThatThrownBy(() -> lobster("", Optional.of("15200,5,15000\n")))
                .hasMessage(
                        "m.csv (book), line 1: expected ask price, ask size, bid price, bid size of each level, found"
                                + " 3 cells");
    }

    @Test
    void binanceMessagesBecomeLevelsAndTrades() throws IOException {
        String trade = "9 {\"data\":{\"e\":\"trade\",\"p\":\"1.52\",\"q\":\"0.2\",\"T\":8,\"m\":false,\"M\":true}}\n";
        String late = "9 {\"data\":{\"e\":\"trade\",\"p\":\"1.50\",\"q\":\"0.2\",\"T\":7,\"m\":true,\"M\":true}}\n";
        String quote = "9 {\"stream\":\"x@bookTicker\",\"data\":{\"u\":13}}\n";
        List<FlowMessage> expected = List.of(
                new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 150, 20),
                new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 149, 0),
                new FlowMessage(0, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.SELL, 152, 3),
                new FlowMessage(4, Kind.TRADE, FlowMessage.ANONYMOUS, Side.BUY, 152, 2));
        String text = DEPTH + late + quote + trade;
        assertThat(BinanceReader.read("b", bytes(text), STEPS).messages()).isEqualTo(expected);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        InputStream in = new ByteArrayInputStream(packed.toByteArray());
        assertThat(BinanceReader.read("b", in, STEPS).messages()).isEqualTo(expected);
    }

    @Test
    void aWrongLineOfBinanceIsToldWithFileAndLine() {
        String gap = DEPTH.replace("\"U\":10", "\"U\":14");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes(DEPTH + gap), STEPS))
                .hasMessage("b, line 2: U: expected 13, the next update, found 14");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes(DEPTH + "nonsense"), STEPS))
                .hasMessage("b, line 2: expected nanoseconds and a message, found 'nonsense'");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes(DEPTH + "4 {}"), STEPS))
                .hasMessageStartingWith("b, line 2: time: expected at least");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes(DEPTH.replace("1.52", "1.525")), STEPS))
                .hasMessageStartingWith("b, line 1: price: expected a multiple of 0.01 above 0, found 1.525");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes(DEPTH.replace("\"b\"", "\"c\"")), STEPS))
                .hasMessageStartingWith("b, line 1: expected a depth update");
        assertThatThrownBy(() -> BinanceReader.read("b", bytes("1 {\"e\":\"trade\"}"), STEPS))
                .hasMessageStartingWith("b, line 1: expected a trade");
    }

    @Test
    void timesDoNotFall() {
        FlowMessage late = new FlowMessage(5, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 1, 1);
        FlowMessage early = new FlowMessage(4, Kind.LEVEL, FlowMessage.ANONYMOUS, Side.BUY, 1, 1);
        assertThatThrownBy(() -> new RecordedFlow("x", List.of(late, early)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x: time falls from 5 to 4");
    }
}
