package catallaxy.environment.market.venue.lending;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** What participants ask of a lending market. Assets are indices, amounts base units. */
public sealed interface LendingCall extends Call.OfVenue {
    /** Supplies an asset; gives the amount. All is all that the caller has. */
    record SupplyAsset(int venue, int asset, Amount amount) implements LendingCall {
        public SupplyAsset {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
        }

        static SupplyAsset load(StateReader in) {
            return new SupplyAsset(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Takes out what was supplied; gives the amount. All is all of it. */
    record WithdrawAsset(int venue, int asset, Amount amount) implements LendingCall {
        public WithdrawAsset {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
        }

        static WithdrawAsset load(StateReader in) {
            return new WithdrawAsset(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Borrows an asset; gives the amount. */
    record BorrowAsset(int venue, int asset, Amount amount) implements LendingCall {
        public BorrowAsset {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
        }

        static BorrowAsset load(StateReader in) {
            return new BorrowAsset(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Pays a debt back, at most all of it; gives what was paid. All is all of it. */
    record RepayDebt(int venue, int asset, Amount amount) implements LendingCall {
        public RepayDebt {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
        }

        static RepayDebt load(StateReader in) {
            return new RepayDebt(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Says whether what was supplied of an asset is collateral. */
    record UseAsCollateral(int venue, int asset, boolean whether) implements LendingCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(asset).flag(whether);
        }

        static UseAsCollateral load(StateReader in) {
            return new UseAsCollateral(in.int32(), in.int32(), in.flag());
        }
    }

    /**
     * Pays a part of an account's debt for its collateral; gives what was paid, what was got of the collateral, and what the treasury
     * got of it. All is as much of the debt as may be paid.
     *
     * @param account    of the ledger, whose debt it is
     * @param collateral asset that the caller gets
     * @param debt       asset that it pays
     * @param asClaim    whether it gets a claim on the market in place of the asset
     */
    record LiquidateDebt(int venue, int account, int collateral, int debt, Amount most, boolean asClaim)
            implements LendingCall {
        public LiquidateDebt {
            Checks.present("most", "an amount", most);
        }

        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(account).int32(collateral).int32(debt);
            most.save(out);
            out.flag(asClaim);
        }

        static LiquidateDebt load(StateReader in) {
            return new LiquidateDebt(in.int32(), in.int32(), in.int32(), in.int32(), Amount.load(in), in.flag());
        }
    }

    /**
     * Sets what can be borrowed against an asset and where debts are liquidated, basis points of its worth; only a risk steward of the
     * market may, within its bounds.
     */
    record SetCollateralTerms(int venue, int asset, long ltvBps, long thresholdBps) implements LendingCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(asset).int64(ltvBps).int64(thresholdBps);
        }

        static SetCollateralTerms load(StateReader in) {
            return new SetCollateralTerms(in.int32(), in.int32(), in.int64(), in.int64());
        }
    }

    /** Chooses an efficiency mode of the market, by its number from 1 on; 0 for none. */
    record UseEfficiencyMode(int venue, int mode) implements LendingCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(mode);
        }

        static UseEfficiencyMode load(StateReader in) {
            return new UseEfficiencyMode(in.int32(), in.int32());
        }
    }

    /** Gives the treasury what every reserve has set aside for it; anybody may call. */
    record MintToTreasury(int venue) implements LendingCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue);
        }

        static MintToTreasury load(StateReader in) {
            return new MintToTreasury(in.int32());
        }
    }
}
