package catallaxy.environment.market.venue.lending;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

/** A market with a pool of ether and dollars and a lending market of both on one chain, a borrower, a liquidator and a whale. */
final class LendingMarket {
    static final int ETH = TestMarket.ETH;
    static final int USDC = TestMarket.USDC;
    static final int CHAIN = TestMarket.MAINNET;
    static final int POOL = TestMarket.ETH_MAINNET;
    static final int BANK = TestMarket.spec().venues().size();

    private static final long SECOND = 1_000_000_000L;

    final List<MarketEvent> events = new ArrayList<>();
    final MarketEngine market;
    final int borrower;
    final int liquidator;
    final int whale;

    LendingMarket(OracleKind oracle) {
        this(spec(oracle, 1_800));
    }

    LendingMarket(EngineSpec spec) {
        market = MarketEngine.of(spec, 1);
        borrower = market.openParticipant("borrower", endowments("100", "0"));
        liquidator = market.openParticipant("liquidator", endowments("10", "50"));
        whale = market.openParticipant("whale", endowments("100000", "100000000"));
        market.observe(events::add);
    }

    static EngineSpec spec(OracleKind oracle, long windowSeconds) {
        EngineSpec plain = TestMarket.spec();
        List<VenueSpec> venues = new ArrayList<>(plain.venues());
        venues.add(bank(oracle, windowSeconds));
        return new EngineSpec(
                plain.assets(),
                plain.quoteAsset(),
                plain.chains(),
                plain.exchanges(),
                venues,
                plain.bridges(),
                plain.world());
    }

    static LendingSpec bank(OracleKind oracle, long windowSeconds) {
        return new LendingSpec(
                "bank",
                CHAIN,
                List.of(terms(ETH, "1000"), terms(USDC, "2000000")),
                new OracleSpec(oracle, CHAIN, List.of(ETH, USDC), windowSeconds),
                new FlashLending.Terms(5, 0));
    }

    private static LendingTerms terms(int asset, String supplied) {
        RateCurve curve = new RateCurve(
                RateCurveTest.percent(80),
                RateCurveTest.percent(0),
                RateCurveTest.percent(4),
                RateCurveTest.percent(75));
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 1_000, curve, TestMarket.units(asset, supplied));
    }

    private static List<Endowment> endowments(String ether, String dollars) {
        return List.of(
                new Endowment(CHAIN, ETH, TestMarket.units(ETH, ether)),
                new Endowment(CHAIN, USDC, TestMarket.units(USDC, dollars)));
    }

    FlashLender flash() {
        return market.offered(BANK, FlashLender.class);
    }

    Lending bank() {
        return market.offered(BANK, Lending.class);
    }

    int account(int participant) {
        return market.accounts().free(participant, CHAIN);
    }

    double owned(int participant, int asset) {
        return market.ledger().balanceAsDouble(account(participant), asset);
    }

    /** Sends a call and waits for its block; why it reverted, empty where it did not. */
    String does(int participant, Call call) {
        return does(market, participant, call);
    }

    String does(MarketEngine engine, int participant, Call call) {
        List<MarketEvent.TransactionExecuted> done = new ArrayList<>();
        engine.observe(event -> {
            events.add(event);
            if (event instanceof MarketEvent.TransactionExecuted executed && executed.participant() == participant) {
                done.add(executed);
            }
        });
        engine.submit(participant, engine.transaction(CHAIN, call, Long.MAX_VALUE));
        while (done.isEmpty()) {
            engine.advance();
        }
        MarketEvent.TransactionExecuted executed = done.getFirst();
        if (executed.succeeded() && executed.gasUsed() > engine.gasEstimate(call)) {
            throw new AssertionError(call.name() + " used " + executed.gasUsed() + " gas");
        }
        return executed.reason();
    }

    /** Lets time pass. */
    void pass(long seconds) {
        long end = market.timeNanos() + seconds * SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
    }

    /** The borrower's 40 ether, and debts of so many dollars against them. */
    LendingMarket borrowed(String dollars) {
        require(does(borrower, bank().supply(ETH, Amount.of(TestMarket.units(ETH, "40")))));
        require(does(borrower, bank().borrow(USDC, Amount.of(TestMarket.units(USDC, dollars)))));
        return this;
    }

    static void require(String reason) {
        if (!reason.isEmpty()) {
            throw new AssertionError(reason);
        }
    }

    /** The whale sells so many ether to the pool. */
    void dump(String ether) {
        require(does(whale, new Call.Swap(List.of(POOL), ETH, TestMarket.units(ETH, ether), UInt256.ZERO)));
    }
}
