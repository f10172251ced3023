package catallaxy.environment.market.trading;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.USDC;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.lending.EfficiencyModes;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.lending.RiskBounds;
import java.util.List;

/** Lending markets of ether and dollars on the main chain of a {@link SmallMarket}. */
public final class Lenders {
    private static final UInt256 RAY = UInt256.parse("1" + "0".repeat(27));
    private static final UInt256 TENTH = RAY.dividedBy(UInt256.of(10));

    private Lenders() {}

    /**
     * A market with 10,000 ether and five million dollars, of which three quarters can be borrowed, that reads pool A and asks 5 basis points
     * for flash loans; rates are a tenth of utilisation up to nine tenths.
     *
     * @param stewards who may change terms by 500 basis points at once
     */
    public static LendingSpec bank(String id, String... stewards) {
        return new LendingSpec(
                id,
                MAIN,
                List.of(terms(ETH, SmallMarket.units(10_000, 18)), terms(USDC, SmallMarket.units(5e6, 6))),
                new OracleSpec(OracleKind.SPOT, MAIN, List.of(ETH, USDC), 1_800, List.of(POOL_A), 0),
                new FlashLending.Terms(5, 0),
                List.of(stewards),
                new RiskBounds(500, 60, 3_000, 9_000),
                EfficiencyModes.NONE);
    }

    private static LendingTerms terms(int asset, UInt256 supplied) {
        RateCurve curve = new RateCurve(RAY.minusExact(TENTH), UInt256.ZERO, TENTH, RAY);
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 0, curve, supplied);
    }
}
