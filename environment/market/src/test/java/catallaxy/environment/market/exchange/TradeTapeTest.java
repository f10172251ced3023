package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The latest matches, against a list of all. */
class TradeTapeTest {
    private record Trade(long ticks, long lots, Side taker) {}

    @Test
    void keepsTheLatest() {
        RandomStream random = RandomStream.of(1, "test/tape");
        TradeTape tape = new TradeTape();
        List<Trade> all = new ArrayList<>();
        for (int i = 0; i < 3 * TradeTape.LENGTH; i++) {
            Trade trade = new Trade(
                    1L + random.nextInt(99), 1L + random.nextInt(9), random.nextBoolean(0.5) ? Side.BUY : Side.SELL);
            all.addFirst(trade);
            tape.add(trade.ticks(), trade.lots(), trade.taker());
            tape = i % 5 == 0 ? restored(tape.copy()) : tape;
            assertThat(seen(tape)).isEqualTo(all.subList(0, Math.min(all.size(), TradeTape.LENGTH)));
            assertThat(tape.count()).isEqualTo(all.size());
        }
    }

    private static List<Trade> seen(TradeTape tape) {
        List<Trade> seen = new ArrayList<>();
        for (int back = 0; back < tape.size(); back++) {
            seen.add(new Trade(tape.priceTicks(back), tape.lots(back), tape.taker(back)));
        }
        return seen;
    }

    private static TradeTape restored(TradeTape tape) {
        StateWriter out = new StateWriter();
        tape.save(out);
        StateReader in = new StateReader(out.toBytes());
        TradeTape restored = TradeTape.load(in);
        in.end();
        return restored;
    }

    @Test
    void whatIsNotThereIsAnError() {
        TradeTape tape = new TradeTape();
        assertThatThrownBy(() -> tape.priceTicks(0)).hasMessage("trade 0 of 0");
        byte[] negative = new StateWriter().int64(-1).toBytes();
        assertThatThrownBy(() -> TradeTape.load(new StateReader(negative))).isInstanceOf(CorruptStateException.class);
    }
}
