package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Storms over contracts of one kind. After every 32nd operation it looks at conservation, at the contracts' own sums and at what shares are
 * worth; every 128th time it tries a way there and back, a program that reverts, and an operation that reverts by itself, whose traces it
 * looks for; every 4,096th time everybody leaves for a trial; every 8,192nd time it compares with a copy and with what was written and read.
 */
final class CallStorm implements Storm {
    private static final int SUMS = 32;
    private static final int TRIALS = 128;
    private static final int DEPARTURES = 4_096;
    private static final int COPIES = 8_192;
    private static final int FUTURE = 24;

    private final StormKind kind;
    private final StormChain chain;
    private final Draw draw;
    private final Map<String, long[]> outcomes;
    private List<Worth> worths;
    private long steps;
    private long forked;

    /** @param outcomes counts of calls by name, {@code [succeeded, reverted]}, to be added to */
    CallStorm(StormKind kind, Kinds kinds, long seed, Map<String, long[]> outcomes) {
        this(kind, new Draw(RandomStream.of(seed, "storm/" + kind.name())), kinds, outcomes);
    }

    private CallStorm(StormKind kind, Draw draw, Kinds kinds, Map<String, long[]> outcomes) {
        this(kind, new StormChain(new StormState(kind.plan(kinds, draw))), draw, outcomes);
    }

    private CallStorm(StormKind kind, StormChain chain, Draw draw, Map<String, long[]> outcomes) {
        this.kind = kind;
        this.chain = chain;
        this.draw = draw;
        this.outcomes = outcomes;
        this.worths = kind.worths(chain.state());
    }

    @Override
    public long operations() {
        return chain.calls() + forked;
    }

    @Override
    public void rage(long operations) {
        long end = operations() + operations;
        while (operations() < end) {
            step();
        }
    }

    private void step() {
        steps++;
        operate();
        if (steps % SUMS == 0) {
            sums();
        }
        if (steps % TRIALS == 0) {
            trip();
            revert();
        }
        if (steps % DEPARTURES == 0) {
            leave();
        }
        if (steps % COPIES == 0) {
            compare();
        }
    }

    private Result operate() {
        kind.pass(chain.state(), draw);
        int who = draw.below(StormPlan.PARTICIPANTS);
        Call call = kind.next(chain.state(), draw, who);
        boolean looks = steps % TRIALS == TRIALS / 2;
        byte[] before = looks ? chain.state().written() : new byte[0];
        Result result = chain.execute(kind.chain(draw), who, call);
        if (looks && !result.ok()) {
            requireSame(before, () -> "a " + call + " that reverted for " + result.reason() + " left a trace");
        }
        outcomes.computeIfAbsent(call.name(), _ -> new long[2])[result.ok() ? 0 : 1]++;
        return result;
    }

    private void requireSame(byte[] before, Supplier<String> what) {
        StormFault.unless(Arrays.equals(before, chain.state().written()), what);
    }

    /** Conservation, the contracts' sums, and that no share is worth less than before. */
    private void sums() {
        List<?> violations = chain.state().ledger().check().violations();
        StormFault.unless(violations.isEmpty(), violations::toString);
        kind.fault(chain.state()).ifPresent(fault -> {
            throw new StormFault(fault);
        });
        List<Worth> now = kind.worths(chain.state());
        for (int i = 0; i < now.size(); i++) {
            StormFault.unless(
                    !now.get(i).isLessThan(worths.get(i)), () -> "shares are worth " + now + " after " + worths);
        }
        worths = now;
    }

    /** No way there and back leaves its taker with more of something and less of nothing. */
    private void trip() {
        int who = draw.below(StormPlan.PARTICIPANTS);
        UInt256[] before = owned(who);
        chain.trial(() -> {
            List<Call> done = kind.trip(chain, draw, who);
            requireNoProfit(done, before, owned(who));
            return Result.OK;
        });
    }

    private void requireNoProfit(List<Call> done, UInt256[] before, UInt256[] after) {
        boolean less = false;
        boolean more = false;
        UInt256 slack = kind.slack(chain.state());
        for (int asset = 0; asset < before.length; asset++) {
            less |= after[asset].isLessThan(before[asset]);
            more |= before[asset].plusExact(slack).isLessThan(after[asset]);
        }
        StormFault.unless(
                less || !more, () -> done + " made " + Arrays.toString(after) + " of " + Arrays.toString(before));
    }

    private UInt256[] owned(int who) {
        UInt256[] owned = new UInt256[chain.state().ledger().assets()];
        Arrays.setAll(
                owned, asset -> chain.state().ledger().balance(chain.state().account(who), asset));
        return owned;
    }

    /** Operations whose last cannot succeed leave nothing behind, each or together. */
    private void revert() {
        byte[] before = chain.state().written();
        int who = draw.below(StormPlan.PARTICIPANTS);
        List<Call> calls = new ArrayList<>();
        for (int i = draw.below(3); i >= 0; i--) {
            calls.add(kind.next(chain.state(), draw, who));
        }
        chain.trial(() -> {
            calls.forEach(call -> chain.execute(0, who, call));
            return Result.OK;
        });
        requireSame(before, () -> "what was tried of " + calls + " left a trace");
        calls.removeIf(call -> call.nested() >= Call.MAX_NESTED);
        calls.add(new Call.Transfer(who, 0, Amount.of(UInt256.powerOfTwo(254))));
        Result result = chain.execute(0, who, new Call.Batch(calls));
        StormFault.unless(!result.ok(), () -> "an impossible transfer succeeded after " + calls);
        requireSame(before, () -> "what reverted of " + calls + " left a trace");
        outcomes.computeIfAbsent("Batch", _ -> new long[2])[1]++;
    }

    /** Everybody can take out all that it has a right to. */
    private void leave() {
        chain.trial(() -> {
            for (StormKind.Departure each : kind.leaving(chain.state())) {
                Result result = chain.executeAs(each.account(), 0, 0, each.call());
                StormFault.unless(
                        result.ok() || kind.isRefused(result.reason()),
                        () -> "cannot leave by " + each.call() + ": " + result.reason());
            }
            return Result.OK;
        });
    }

    /** A copy, and what was written and read, are as the original, stay so while it goes on, and have its future. */
    private void compare() {
        byte[] now = chain.state().written();
        List<CallStorm> others =
                List.of(other(chain.state().copy()), other(chain.state().restored()));
        for (int i = 0; i < FUTURE; i++) {
            operate();
        }
        byte[] then = chain.state().written();
        for (CallStorm each : others) {
            StormFault.unless(
                    Arrays.equals(now, each.chain.state().written()),
                    () -> "a copy changed, or is not what was copied");
            for (int i = 0; i < FUTURE; i++) {
                each.operate();
            }
            forked += each.chain.calls();
            StormFault.unless(Arrays.equals(then, each.chain.state().written()), () -> "a copy has another future");
        }
    }

    private CallStorm other(StormState state) {
        return new CallStorm(kind, new StormChain(state), draw.copy(), outcomes);
    }
}
