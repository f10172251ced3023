package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.Gateway;

/** Through what a participant acts in a simulated market. */
record EngineGateway(MarketEngine market, int participant) implements Gateway {
    @Override
    public void submit(MarketCommand command) {
        market.submit(participant, command);
    }

    @Override
    public void notSent(MarketCommand command, String reason) {
        market.reject(participant, command, reason);
    }

    @Override
    public void cut() {
        market.totals(participant).cut();
    }
}
