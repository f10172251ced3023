package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.pool.PoolContract;
import catallaxy.environment.market.venue.pool.PoolGas;
import catallaxy.environment.market.venue.pool.PoolKind;
import catallaxy.environment.market.venue.pool.PoolPairs;
import catallaxy.environment.market.venue.pool.SharedPool;
import java.util.List;

/** StableSwap: pools of two to eight assets of like worth. Gas is in round figures for pools of three on Ethereum main net. */
public final class StableSwap extends PoolKind<StableSwapSpec> {
    private static final PoolGas GAS = new PoolGas(120_000, 190_000, 150_000, 210_000);
    private static final double UNITS_PER_BASIS_POINT = 1e6;

    private static final VenueKey BALANCES =
            VenueKey.quantities("balances", "What the pool holds of each asset at the start.");
    private static final VenueKey AMPLIFICATION = VenueKey.number(
            "amplification",
            "200",
            1,
            StableSwapAmplification.MOST - 1,
            "Curve's A: the higher, the longer the price stays near 1.");
    private static final VenueKey FEE = VenueKey.number("fee-bps", "4", 0, 99.9, "Kept of what a swap pays out.");
    private static final VenueKey ADMIN_FEE =
            VenueKey.number("admin-fee", "0.5", 0, 0.999, "The part of all fees that the pool's owner takes.");

    @Override
    public String name() {
        return "stable-swap";
    }

    @Override
    public String summary() {
        return "A pool of two to eight like assets with StableSwap's arithmetic, unit for unit";
    }

    @Override
    public String detail() {
        return """
                A n Σx + D = A D n + D^(n+1) / (n^n Πx); a swap keeps D, its fee is taken off the output
                Deposits and withdrawals in any proportions. A venue for each pair of assets; one unit of each is worth as much as of another
                where the pool is balanced. Egorov 2019, as Saddle's port of Curve's pools computes it.""";
    }

    @Override
    public Class<StableSwapSpec> spec() {
        return StableSwapSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(BALANCES, AMPLIFICATION, FEE, ADMIN_FEE);
    }

    @Override
    public List<StableSwapSpec> read(VenueSettings settings) {
        List<UInt256> balances = settings.unitsOfEach(BALANCES, 0);
        long amplification = Math.round(settings.number(AMPLIFICATION));
        long fee = Math.round(UNITS_PER_BASIS_POINT * settings.number(FEE));
        long adminFee = Math.round(StableSwapTerms.FEE_UNITS * settings.number(ADMIN_FEE));
        return PoolPairs.specs(
                settings,
                (id, base, quote) -> new StableSwapSpec(
                        id,
                        settings.name(),
                        settings.chain(),
                        base,
                        quote,
                        settings.assets(),
                        balances,
                        amplification,
                        fee,
                        adminFee));
    }

    @Override
    public List<VectorFormat> vectors() {
        return List.of(
                new VectorFormat(StableSwapConfigReplay.COLUMNS, StableSwapConfigReplay::new),
                new VectorFormat(StableSwapReplay.COLUMNS, StableSwapConfigReplay.COLUMNS, StableSwapReplay::new));
    }

    @Override
    protected PoolGas gas() {
        return GAS;
    }

    @Override
    protected SharedPool open(StableSwapSpec spec, Ledger ledger) {
        List<Integer> decimals = spec.assets().stream()
                .map(asset -> ledger.assetSpec(asset).decimals())
                .toList();
        StableSwapTerms terms = new StableSwapTerms(decimals, spec.amplification(), spec.fee(), spec.adminFee());
        return new StableSwapVenue(
                new StableSwapPool(StableSwapAccounts.open(ledger, spec.pool(), spec.assets()), terms));
    }

    @Override
    protected Result found(SharedPool pool, StableSwapSpec spec, Ledger ledger, int founder) {
        return pool.join(ledger, 0, spec.balances(), UInt256.ZERO, founder);
    }

    @Override
    public PoolContract load(StableSwapSpec spec, int venue, StateReader in) {
        return new PoolContract(venue, new StableSwapVenue(StableSwapPool.load(in)), GAS);
    }
}
