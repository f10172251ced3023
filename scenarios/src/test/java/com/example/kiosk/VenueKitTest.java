package com.example.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.testkit.VenueKit;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.ToxicityFee;
import catallaxy.environment.market.venue.balancer.BalancerStableSpec;
import catallaxy.environment.market.venue.balancer.BalancerWeightedSpec;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import catallaxy.environment.market.venue.balancer.StableCurve;
import catallaxy.environment.market.venue.balancer.WeightedCurve;
import catallaxy.environment.market.venue.stableswap.StableSwapSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import com.example.kiosk.FaultyKioskKind.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered kind of venue keeps what the kit asks, and the kit finds whoever does not. */
final class VenueKitTest {
    private static final int ETH = 0;
    private static final int BTC = 1;
    private static final int USDC = 2;
    private static final List<Integer> PAIR = List.of(BTC, USDC);
    private static final UInt256 UNITS = UInt256.of(100_000_00000000L);
    private static final long SECOND = 1_000_000_000L;

    /** A venue of each kind, of BTC against USDC. */
    private static final Map<Class<?>, VenueSpec.OnChain> EXAMPLES = examples();

    private static Map<Class<?>, VenueSpec.OnChain> examples() {
        Map<Class<?>, VenueSpec.OnChain> examples = new LinkedHashMap<>();
        examples.put(
                UniswapV2Spec.class,
                new UniswapV2Spec("pool", 0, BTC, USDC, UInt256.of(50_00000000L), UInt256.of(2_000_000_000000L), true));
        examples.put(
                UniswapV3Spec.class,
                new UniswapV3Spec(
                        "ranges",
                        0,
                        BTC,
                        USDC,
                        UInt256.of(50_00000000L),
                        UInt256.of(2_000_000_000000L),
                        3_000,
                        60,
                        0.8,
                        0.7,
                        5,
                        20));
        examples.put(StableSwapSpec.class, stableSwap());
        examples.put(BalancerWeightedSpec.class, weighted());
        examples.put(BalancerStableSpec.class, stable());
        examples.put(
                UniswapV4Spec.class,
                new UniswapV4Spec(
                        "managed",
                        0,
                        BTC,
                        USDC,
                        UInt256.of(50_00000000L),
                        UInt256.of(2_000_000_000000L),
                        3_000,
                        60,
                        0.8,
                        250,
                        Optional.of(ToxicityFee.of(new FeeBounds(100, 10_000), UInt256.of(50_000_000000L), 20))));
        examples.put(KioskSpec.class, kiosk(200));
        return examples;
    }

    private static StableSwapSpec stableSwap() {
        return new StableSwapSpec(
                "like", "like", 0, BTC, USDC, PAIR, List.of(UNITS, UNITS), 200, 4_000_000, 5_000_000_000L);
    }

    private static BalancerWeightedSpec weighted() {
        UInt256 half = UInt256.of(500_000_000_000_000_000L);
        WeightedCurve curve = new WeightedCurve(List.of(half, half), PowerVersion.LOGARITHMIC);
        return new BalancerWeightedSpec(
                "weighted",
                "weighted",
                0,
                BTC,
                USDC,
                PAIR,
                List.of(UInt256.of(5_000_00000000L), UInt256.of(200_000_000_000000L)),
                curve,
                3_000_000_000_000_000L);
    }

    private static BalancerStableSpec stable() {
        return new BalancerStableSpec(
                "stable",
                "stable",
                0,
                BTC,
                USDC,
                PAIR,
                List.of(UNITS, UNITS),
                new StableCurve(200),
                400_000_000_000_000L);
    }

    private static KioskSpec kiosk(long stepPips) {
        return new KioskSpec(
                "kiosk",
                0,
                BTC,
                USDC,
                UInt256.of(40_000_000_000L),
                UInt256.of(50_00000000L),
                UInt256.of(2_000_000_000000L),
                1_000,
                stepPips);
    }

    private static EngineSpec market(VenueSpec venue) {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                new ChainSpec.GasMarket(
                        30_000_000, 2, 8, SECOND, ETH, new ChainSpec.BlockspaceDemand(0.5, 0, 0, SECOND)),
                new ChainSpec.MempoolRule(0, 0, 100));
        return new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("BTC", 8), new AssetSpec("USDC", 6)),
                USDC,
                List.of(chain),
                List.of(),
                List.of(venue),
                List.of(),
                WorldSpec.independent(
                        10 * SECOND,
                        List.of(new DiffusionSpec("ETH", 2000, 0, 0), new DiffusionSpec("BTC", 40_000, 0, 0))));
    }

    static Stream<VenueKind<?, ?>> registered() {
        return Kinds.registered().venues().stream()
                .filter(kind -> kind.capabilities().contains(Quoting.class));
    }

    @ParameterizedTest
    @MethodSource("registered")
    void everyRegisteredKindKeepsIt(VenueKind<?, ?> kind) {
        VenueSpec.OnChain example = Objects.requireNonNull(EXAMPLES.get(kind.spec()), "an example of " + kind.name());
        for (long seed = 0; seed < 3; seed++) {
            assertThat(VenueKit.check(market(example), 0, seed)).isEmpty();
        }
    }

    private static List<String> found(Fault fault) {
        List<Kind> kinds = new ArrayList<>(Kinds.registered().all());
        kinds.removeIf(KioskKind.class::isInstance);
        kinds.add(new FaultyKioskKind(fault));
        return VenueKit.check(market(kiosk(200)), Kinds.of(kinds), 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "FORGETS_TO_UNDO,a batch that reverted changed the contract",
        "COPIES_ITSELF,a copy changed with the original",
        "SAVES_AN_OLD_PRICE,'read back, it is another'",
        "QUOTES_TOO_MUCH,quoted",
        "ESTIMATES_TOO_LITTLE_GAS,OUT_OF_GAS"
    })
    void whoeverGotItWrongIsFound(Fault fault, String message) {
        assertThat(found(fault)).anyMatch(each -> each.contains(message));
    }

    @Test
    void aPriceThatGoesTheTakersWayIsFound() {
        assertThat(found(Fault.NONE)).isEmpty();
        assertThat(VenueKit.check(market(kiosk(-200)), 0, 1)).anyMatch(each -> each.contains("the taker's way"));
    }
}
