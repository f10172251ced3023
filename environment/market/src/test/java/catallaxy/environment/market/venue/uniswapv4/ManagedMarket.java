package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A market with two pools of one manager, ETH against BTC and BTC against USDC, and two participants who have plenty. */
final class ManagedMarket {
    static final int BTC = 0;
    static final int ETH = 1;
    static final int USDC = 2;
    static final int BTC_ETH = 0;
    static final int BTC_USDC = 1;
    private static final long SECOND = 1_000_000_000L;

    final MarketEngine market;
    final int alice;
    final int bob;
    final List<MarketEvent> events = new ArrayList<>();

    ManagedMarket() {
        this(List.of(
                pool("btc-eth", BTC, ETH, "50", "1000", 500, 0),
                pool("btc-usdc", BTC, USDC, "50", "2000000", 3_000, 250)));
    }

    ManagedMarket(List<UniswapV4Spec> pools) {
        market = MarketEngine.of(spec(List.copyOf(pools)), Kinds.registered(), 1);
        alice = market.openParticipant("alice", plenty());
        bob = market.openParticipant("bob", plenty());
        market.observe(events::add);
    }

    static UniswapV4Spec pool(String id, int base, int quote, String reserve0, String reserve1, int fee, int protocol) {
        return new UniswapV4Spec(
                id,
                0,
                base,
                quote,
                units(base, reserve0),
                units(quote, reserve1),
                fee,
                60,
                20,
                protocol,
                Optional.empty());
    }

    private static List<Endowment> plenty() {
        return List.of(
                new Endowment(0, ETH, units(ETH, "1000")),
                new Endowment(0, BTC, units(BTC, "100")),
                new Endowment(0, USDC, units(USDC, "4000000")));
    }

    static UInt256 units(int asset, String whole) {
        int decimals = asset == ETH ? 18 : asset == BTC ? 8 : 6;
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    static EngineSpec spec(List<VenueSpec> pools) {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                new ChainSpec.GasMarket(
                        30_000_000, 2, 8, SECOND, ETH, new ChainSpec.BlockspaceDemand(0.5, 0, 0, SECOND)),
                new ChainSpec.MempoolRule(0, 0, 100));
        return new EngineSpec(
                List.of(new AssetSpec("BTC", 8), new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                USDC,
                List.of(chain),
                List.of(),
                pools,
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

    /** What somebody got of an asset since it held so much, whole units. */
    double got(int who, int asset, UInt256 before) {
        double after = held(who, asset).doubleValue() - before.doubleValue();
        return after / (asset == ETH ? 1e18 : asset == BTC ? 1e8 : 1e6);
    }

    RangeLiquidity ranges(int venue) {
        return market.venue(venue, RangeLiquidity.class).orElseThrow();
    }

    /** What an account has in both pools at the world's prices, quote units. */
    double worth(int who) {
        return market.venue(BTC_ETH, Claims.class)
                .orElseThrow()
                .worth(account(who), asset -> asset == BTC ? 40_000 : asset == ETH ? 2_000 : 1);
    }

    Optional<Claims> claims(int venue) {
        return market.venue(venue, Claims.class);
    }

    V4Pools pools() {
        return market.venue(BTC_USDC, V4Pools.class).orElseThrow();
    }
}
