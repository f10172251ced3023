package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/** Pays little for its transaction, outbids itself while it waits, and after three times takes it back. */
public final class Outbidder implements Agent {
    private final int me;
    private final int partner;
    private final int chain;
    private final int asset;
    private int sent;

    public Outbidder(AgentContext context) {
        EngineSpec engine = context.market().engine();
        me = context.market().participant(context.agent());
        partner = context.market().participant(context.text("partner", ""));
        chain = engine.chain(context.text("chain", ""));
        asset = engine.asset(context.text("asset", ""));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        List<PendingTransaction> pending = account.transactions(chain);
        if (sent == 0) {
            sent++;
            Call pay = new Call.Transfer(partner, asset, UInt256.ONE);
            long few = account.baseFeeWei(chain) / 100; // no block takes it yet
            return Action.send(account.transaction(chain, pay)
                    .withFees(few, few)
                    .withNonce(account.nonce(chain))
                    .withGasLimit(account.gasEstimate(chain, pay)));
        }
        if (sent > 4 || pending.isEmpty() || !pending.getFirst().waits()) {
            return Action.HOLD;
        }
        sent++;
        MarketCommand.SubmitTransaction dearer =
                pending.getFirst().transaction().outbidding();
        long much = 2 * account.baseFeeWei(chain);
        Call nothing = new Call.Transfer(me, asset, UInt256.ZERO);
        return Action.send(sent <= 4 ? dearer : dearer.withCall(nothing).withFees(much, much / 10));
    }
}
