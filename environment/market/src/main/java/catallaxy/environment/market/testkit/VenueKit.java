package catallaxy.environment.market.testkit;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The conformance kit of venues on chains that give quotes: trades at random on a market without anybody else and looks whether
 * the venue keeps what engine, planners and agents rely on. A kind's own test calls {@link #check} and expects nothing.
 *
 * <ul>
 *   <li>A swap gives what was quoted, and reverts where it would give less than its least amount.
 *   <li>What reverts leaves the contract as it was; a copy is independent; a restored contract is the copy it was restored from.
 *   <li>A saved contract is read back the same, and has the same future.
 *   <li>Nothing is made or lost, and no swap that succeeds uses more gas than its estimate.
 *   <li>Buying does not make base cheaper, and selling does not make it dearer.
 * </ul>
 */
public final class VenueKit {
    private static final int TRADES = 60;
    private static final double TOLERANCE = 1e-6;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 600 * SECOND;

    private final int venue;
    private final VenueSpec.OnChain spec;
    private final RandomStream random;
    private final int trader;
    private final List<String> violations = new ArrayList<>();
    private final MarketEngine market;
    private Optional<MarketEvent.TransactionExecuted> executed = Optional.empty();

    private VenueKit(EngineSpec spec, Kinds kinds, int venue, long seed) {
        this.venue = venue;
        this.spec = (VenueSpec.OnChain) spec.venues().get(venue);
        this.random = RandomStream.of(seed, "testkit/venue");
        this.market = MarketEngine.of(spec, kinds, seed);
        this.trader = market.openParticipant("trader", endowments(spec));
        market.observe(this::see);
    }

    private List<Endowment> endowments(EngineSpec engine) {
        List<Endowment> endowments = new ArrayList<>();
        for (int asset = 0; asset < engine.assets().size(); asset++) {
            int decimals = engine.assets().get(asset).decimals();
            endowments.add(new Endowment(spec.chain(), asset, UInt256.parse("1" + "0".repeat(decimals + 9))));
        }
        return endowments;
    }

    private void see(MarketEvent event) {
        if (event instanceof MarketEvent.TransactionExecuted each) {
            executed = Optional.of(each);
        }
    }

    /**
     * What a venue does not keep; nothing where it keeps everything.
     *
     * @param spec  a market with the venue
     * @param venue its index; on a chain, and giving quotes
     */
    public static List<String> check(EngineSpec spec, int venue, long seed) {
        return check(spec, Kinds.registered(), venue, seed);
    }

    /** The same of a market whose contracts are of these kinds. */
    public static List<String> check(EngineSpec spec, Kinds kinds, int venue, long seed) {
        VenueKit kit = new VenueKit(spec, kinds, venue, seed);
        for (int i = 0; i < TRADES && kit.violations.isEmpty(); i++) {
            kit.trade();
            kit.revert();
            kit.copies();
        }
        kit.market.checkConservation().violations().forEach(each -> kit.violations.add(each.toString()));
        return List.copyOf(kit.violations);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }

    private Quoting quotes() {
        return market.quoting(venue);
    }

    /** An amount that moves the price by some part of a per cent, in a random direction; 0 where nothing can be traded. */
    private UInt256 amount(int assetIn) {
        double most = quotes().inForDrop(assetIn, 0.01);
        return market.toUnits(assetIn, 0.2 * most * random.nextDouble());
    }

    private void trade() {
        boolean buys = random.nextBoolean(0.5);
        int in = buys ? spec.quote() : spec.base();
        int out = buys ? spec.base() : spec.quote();
        UInt256 amount = amount(in);
        if (amount.isZero()) {
            return;
        }
        double priceBefore = quotes().price();
        double quoted = quotes().out(in, market.ledger().toWhole(in, amount));
        UInt256 had = market.balance(trader, spec.chain(), out);
        UInt256 tooMuch = market.toUnits(out, 1.01 * quoted + 1);
        byte[] before = market.contractState(venue);
        require(!execute(quotes().swap(in, Amount.of(amount), tooMuch)), "a swap below its least amount succeeded");
        require(same(before), "a swap that reverted changed the contract");
        boolean done = execute(quotes().swap(in, Amount.of(amount), UInt256.ZERO));
        require(done, "a swap of what was quoted reverted: " + reason());
        boolean isGas = market.spec().chains().get(spec.chain()).gas().gasAsset() == out;
        if (done && !isGas) {
            UInt256 given = market.balance(trader, spec.chain(), out).minusExact(had);
            requireQuoted(
                    quoted,
                    market.ledger().toWhole(out, given),
                    2 / market.ledger().baseUnits(out));
        }
        double moved = quotes().price() - priceBefore;
        require(buys ? moved >= 0 : moved <= 0, "the price went the taker's way: " + priceBefore + " by " + moved);
    }

    private void requireQuoted(double quoted, double given, double rounding) {
        require(Math.abs(given - quoted) <= quoted * TOLERANCE + rounding, "quoted " + quoted + ", given " + given);
    }

    /** A batch whose last call cannot succeed. */
    private void revert() {
        UInt256 amount = amount(spec.quote());
        Call swap = quotes().swap(spec.quote(), Amount.of(amount.isZero() ? UInt256.ONE : amount), UInt256.ZERO);
        Call impossible = new Call.Transfer(trader, spec.base(), UInt256.powerOfTwo(250));
        byte[] before = market.contractState(venue);
        require(!execute(new Call.Batch(List.of(swap, impossible))), "an impossible batch succeeded");
        require(same(before), "a batch that reverted changed the contract");
    }

    private void copies() {
        MarketEngine fork = market.copy();
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine restored = market.restored(new StateReader(out.toBytes()));
        boolean asSaved = Arrays.equals(market.contractState(venue), restored.contractState(venue))
                && quotes().price() == restored.quoting(venue).price();
        require(asSaved, "read back, it is another");
        byte[] before = fork.contractState(venue);
        UInt256 amount = amount(spec.quote());
        if (amount.isZero()) {
            return;
        }
        Call swap = quotes().swap(spec.quote(), Amount.of(amount), UInt256.ZERO);
        execute(swap);
        require(Arrays.equals(before, fork.contractState(venue)), "a copy changed with the original");
        byte[] after = market.contractState(venue);
        for (MarketEngine other : List.of(fork, restored)) {
            run(other, swap);
            require(Arrays.equals(after, other.contractState(venue)), "a copy has another future");
        }
    }

    private boolean same(byte[] before) {
        return Arrays.equals(before, market.contractState(venue));
    }

    private String reason() {
        return executed.map(MarketEvent.TransactionExecuted::reason).orElse("not executed");
    }

    private boolean execute(Call call) {
        executed = Optional.empty();
        run(market, call);
        executed.ifPresent(each -> require(
                !each.succeeded() || each.gasUsed() <= market.gasLimit(call),
                call.name() + " used " + each.gasUsed() + " gas of " + market.gasLimit(call)));
        return executed.filter(MarketEvent.TransactionExecuted::succeeded).isPresent();
    }

    private void run(MarketEngine where, Call call) {
        MarketCommand transaction = where.transaction(spec.chain(), call, where.timeNanos() + PATIENCE);
        where.submit(trader, transaction);
        long end = where.timeNanos()
                + 3 * where.spec().chains().get(spec.chain()).blocks().blockTimeNanos()
                + PATIENCE / 10;
        while (where.hasEventUntil(end)) {
            where.advance();
        }
    }
}
