package catallaxy.environment.market.engine;

import catallaxy.environment.market.command.CommandCodec;
import catallaxy.environment.market.command.MarketCommand;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;

/** A participant's command on its way to an exchange. */
record Arrival(int participant, MarketCommand command) {
    void save(StateWriter out) {
        CommandCodec.write(out.int32(participant), command);
    }

    static Arrival load(StateReader in) {
        return new Arrival(in.int32(), CommandCodec.read(in));
    }
}
