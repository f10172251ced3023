package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A market with one pool of BTC against USDC at 40,000, within 20 per cent, and participants who have plenty. */
final class RangesMarket {
    static final int ETH = 0;
    static final int BTC = 1;
    static final int USDC = 2;
    static final int POOL = 0;
    private static final long SECOND = 1_000_000_000L;

    final MarketEngine market;
    final int alice;
    final int bob;
    final List<MarketEvent> events = new ArrayList<>();

    RangesMarket() {
        market = MarketEngine.of(spec(), Kinds.registered(), 1);
        alice = market.openParticipant("alice", plenty());
        bob = market.openParticipant("bob", plenty());
        market.observe(events::add);
    }

    private static List<Endowment> plenty() {
        return List.of(
                new Endowment(0, ETH, units(ETH, "100")),
                new Endowment(0, BTC, units(BTC, "100")),
                new Endowment(0, USDC, units(USDC, "4000000")));
    }

    static UInt256 units(int asset, String whole) {
        int decimals = asset == ETH ? 18 : asset == BTC ? 8 : 6;
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    private static EngineSpec spec() {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                new ChainSpec.GasMarket(
                        30_000_000, 2, 8, SECOND, ETH, new ChainSpec.BlockspaceDemand(0.5, 0, 0, SECOND)),
                new ChainSpec.MempoolRule(0, 0, 100));
        UniswapV3Spec pool = new UniswapV3Spec(
                "ranges", 0, BTC, USDC, units(BTC, "50"), units(USDC, "2000000"), 3_000, 60, 20, 1, 0, 1);
        return new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("BTC", 8), new AssetSpec("USDC", 6)),
                USDC,
                List.of(chain),
                List.of(),
                List.of(pool),
                List.of(),
                WorldSpec.independent(
                        10 * SECOND,
                        List.of(new DiffusionSpec("ETH", 2000, 0, 0), new DiffusionSpec("BTC", 40_000, 0, 0))));
    }

    /** Sends a call, lets a block take it, and says why it reverted; empty if it succeeded. */
    String send(int who, Call call) {
        events.clear();
        MarketCommand transaction = market.transaction(0, call, market.timeNanos() + 600 * SECOND);
        market.submit(who, transaction);
        long end = market.timeNanos() + 60 * SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
        return last(MarketEvent.TransactionExecuted.class).reason();
    }

    /** The last event of a kind since the last call was sent. */
    <E extends MarketEvent> E last(Class<E> kind) {
        E found = null;
        for (MarketEvent each : events) {
            found = kind.isInstance(each) ? kind.cast(each) : found;
        }
        return Objects.requireNonNull(found, kind.getSimpleName());
    }

    int account(int who) {
        return market.ledger().account(who == alice ? "alice@chain" : "bob@chain");
    }

    UInt256 held(int who, int asset) {
        return market.balance(who, 0, asset);
    }

    Quoting quotes() {
        return market.quoting(POOL);
    }

    RangeLiquidity ranges() {
        return market.venue(POOL, RangeLiquidity.class).orElseThrow();
    }

    Claims claims() {
        return market.venue(POOL, Claims.class).orElseThrow();
    }

    V3Pool pool() {
        return market.venue(POOL, V3Pool.class).orElseThrow();
    }
}
