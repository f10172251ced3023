package catallaxy.environment.market.venue.lending;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueAssets;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.OracleKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lending markets with the arithmetic of Aave v3.0.2. Gas is in round figures for warm contracts as seen on Ethereum main net. */
public final class AaveV3 implements VenueKind<LendingSpec, LendingContract> {
    private static final List<Class<?>> CAPABILITIES =
            List.of(Lending.class, Claims.class, FlashLender.class, LendingPool.class);

    @Override
    public String name() {
        return "lending";
    }

    @Override
    public String summary() {
        return "A lending market with Aave v3's arithmetic, unit for unit";
    }

    @Override
    public String detail() {
        return """
                debt rate = base + slope1 u / optimum, beyond it base + slope1 + slope2 (u − optimum) / (1 − optimum),
                u = debt / (held + debt); health factor = Σ collateral threshold / debt
                Supply, withdraw, borrow, repay, collateral, liquidation, the treasury's part and flash loans; Aave's error numbers.""";
    }

    @Override
    public Class<LendingSpec> spec() {
        return LendingSpec.class;
    }

    @Override
    public VenueAssets assets() {
        return VenueAssets.LIST;
    }

    @Override
    public List<VenueKey> keys() {
        return LendingKeys.ALL;
    }

    /** One venue, which exchanges nothing. */
    @Override
    public List<String> venues(String name, List<String> assets) {
        return List.of(name);
    }

    @Override
    public List<LendingSpec> read(VenueSettings settings) {
        return List.of(new LendingSpec(
                settings.name(),
                settings.chain(),
                LendingKeys.reserves(settings),
                OracleKeys.read(settings),
                LendingKeys.flash(settings),
                settings.names(LendingKeys.STEWARDS),
                LendingKeys.bounds(settings),
                LendingKeys.modes(settings)));
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                CallKind.ofVenue(
                        LendingCall.SupplyAsset.class,
                        "supplies an asset to a lending market",
                        (in, inner) -> LendingCall.SupplyAsset.load(in)),
                CallKind.ofVenue(
                        LendingCall.WithdrawAsset.class,
                        "takes out what was supplied to a lending market",
                        (in, inner) -> LendingCall.WithdrawAsset.load(in)),
                CallKind.ofVenue(
                        LendingCall.BorrowAsset.class,
                        "borrows from a lending market against what was supplied",
                        (in, inner) -> LendingCall.BorrowAsset.load(in)),
                CallKind.ofVenue(
                        LendingCall.RepayDebt.class,
                        "pays a debt at a lending market back",
                        (in, inner) -> LendingCall.RepayDebt.load(in)),
                CallKind.ofVenue(
                        LendingCall.UseAsCollateral.class,
                        "says whether what was supplied to a lending market is collateral",
                        (in, inner) -> LendingCall.UseAsCollateral.load(in)),
                CallKind.ofVenue(
                        LendingCall.LiquidateDebt.class,
                        "pays somebody's debt at a lending market for its collateral",
                        (in, inner) -> LendingCall.LiquidateDebt.load(in)),
                CallKind.ofVenue(
                        LendingCall.UseEfficiencyMode.class,
                        "chooses an efficiency mode of a lending market",
                        (in, inner) -> LendingCall.UseEfficiencyMode.load(in)),
                CallKind.ofVenue(
                        LendingCall.MintToTreasury.class,
                        "gives a lending market's treasury what was set aside for it",
                        (in, inner) -> LendingCall.MintToTreasury.load(in)),
                CallKind.ofVenue(
                        LendingCall.SetCollateralTerms.class,
                        "sets what collateral is good for at a lending market, as one of its risk stewards",
                        (in, inner) -> LendingCall.SetCollateralTerms.load(in)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return gasOf(call);
    }

    static long gasOf(Call call) {
        return switch (call) {
            case FlashLoan flash -> 60_000 + 120_000L * flash.loans().size();
            case LendingCall.SupplyAsset _ -> 180_000;
            case LendingCall.WithdrawAsset _ -> 210_000;
            case LendingCall.BorrowAsset _ -> 270_000;
            case LendingCall.RepayDebt _ -> 170_000;
            case LendingCall.UseAsCollateral _ -> 110_000;
            case LendingCall.LiquidateDebt _ -> 420_000;
            case LendingCall.UseEfficiencyMode _ -> 90_000;
            case LendingCall.MintToTreasury _ -> 150_000;
            case LendingCall.SetCollateralTerms _ -> 70_000;
            default -> 0;
        };
    }

    @Override
    public long hopGas() {
        return 0;
    }

    @Override
    public LendingContract deploy(LendingSpec spec, Deployment at) {
        Ledger ledger = at.ledger();
        List<ReserveConfig> configs = new ArrayList<>();
        for (LendingTerms each : spec.reserves()) {
            configs.add(each.config(ledger.assetSpec(each.asset()).decimals()));
        }
        LendingPool pool = new LendingPool(LendingAccounts.open(ledger, spec.id()), configs, spec.modes());
        int founder = ledger.openAccount(spec.id() + "/founder");
        LendingMoment start = new LendingMoment(ledger, 0, _ -> UInt256.ZERO);
        for (int reserve = 0; reserve < configs.size(); reserve++) {
            UInt256 supplied = spec.reserves().get(reserve).supplied();
            if (!supplied.isZero()) {
                at.endow(founder, configs.get(reserve).asset(), supplied);
                require(spec, pool.supply(start, founder, reserve, supplied));
            }
        }
        return new LendingContract(spec, at.venue(), pool, spec.oracle().open());
    }

    private static void require(LendingSpec spec, Result result) {
        if (!result.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.id() + ": what is supplied at the start is refused: " + result.reason());
        }
    }

    @Override
    public LendingContract load(LendingSpec spec, int venue, StateReader in) {
        List<ReserveConfig> configs = new ArrayList<>();
        for (LendingTerms each : spec.reserves()) {
            configs.add(each.config(in.int32()));
        }
        LendingPool pool = LendingPool.load(in, configs, spec.modes());
        return new LendingContract(spec, venue, pool, spec.oracle().load(in));
    }

    @Override
    public List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    /** The pool alone: what else it offers depends on prices. */
    @Override
    public <T> Optional<T> as(
            Class<T> capability, LendingSpec spec, int venue, LendingContract contract, Ledger ledger) {
        return capability == LendingPool.class ? Optional.of(capability.cast(contract.pool())) : Optional.empty();
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability,
            LendingSpec spec,
            int venue,
            LendingContract contract,
            Ledger ledger,
            MarketView market) {
        return capability == Lending.class || capability == Claims.class || capability == FlashLender.class
                ? Optional.of(capability.cast(new LendingView(spec, venue, contract, ledger, market)))
                : as(capability, spec, venue, contract, ledger);
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(UnaryOperator.identity());
    }

    /** The recorded files, replayed with what is made of the terms that they describe. */
    static List<VectorFormat> vectors(UnaryOperator<ReserveConfig> terms) {
        return List.of(
                new VectorFormat(LendingMathReplay.COLUMNS, LendingMathReplay::new),
                new VectorFormat(LendingRatesReplay.COLUMNS, LendingRatesReplay::new),
                new VectorFormat(LendingConfigReplay.COLUMNS, LendingConfigReplay::new),
                new VectorFormat(
                        LendingSequenceReplay.COLUMNS,
                        LendingConfigReplay.COLUMNS,
                        configs -> new LendingSequenceReplay(configs, terms)));
    }
}
