package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;

/** Buys each round of a chain's express lane that it can, and swaps right behind what waits in the mempool, in a bundle that pays for it. */
public final class Follower implements Agent {
    private final int participant;
    private final int chain;
    private final int pool;
    private final int asset;
    private final UInt256 amount;
    private final UInt256 bid;
    private long round = -1;

    public Follower(AgentContext context) {
        participant = context.market().participant(context.seat().id());
        chain = context.market().engine().chain(context.text("chain", ""));
        pool = context.market().engine().venue(context.text("pool", ""));
        asset = context.market().engine().asset(context.text("asset", ""));
        amount = UInt256.parse(context.text("amount", "1"));
        bid = UInt256.parse(context.text("bid", "0"));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        List<MarketCommand> commands = new ArrayList<>();
        if (account.openRound(chain) > round) {
            round = account.openRound(chain);
            commands.add(new MarketCommand.BidForRound(chain, round, bid));
        }
        account.mempool(chain).stream()
                .filter(each -> each.participant() != participant)
                .findFirst()
                .map(each -> bundle(account, each))
                .filter(each -> account.simulate(chain, each.items()).ok())
                .ifPresent(commands::add);
        return Action.of(commands);
    }

    private MarketCommand.SubmitBundle bundle(Account account, PublicTransaction followed) {
        Call swap = new Call.Swap(List.of(pool), asset, amount, UInt256.ZERO);
        BundleItem own = new BundleItem.Own(swap, MarketCommand.ENOUGH_GAS, 2 * account.baseFeeWei(chain), 0);
        long block = account.blockNumber(chain) + 1;
        return new MarketCommand.SubmitBundle(chain, 1, List.of(followed.item(), own), bid, block, "follow");
    }
}
