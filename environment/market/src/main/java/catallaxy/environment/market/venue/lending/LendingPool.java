package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.PercentMath.percentDiv;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.PriceOracle;
import java.util.List;
import java.util.function.Supplier;

/**
 * A lending market as Aave v3.0.2's {@code Pool} is: the same amounts, rounding, reasons and order of checks. Accounts supply assets
 * to reserves, borrow against them at rates that follow from utilisation, and are liquidated where their debts pass the threshold.
 *
 * <p>Assets move in the ledger; claims and debts are kept here. An operation that reverts leaves the market as it was, and the
 * ledger's movements are the caller's to take back. An amount of 2^256 − 1 means all. Owned by one thread.
 */
public final class LendingPool {
    private static final UInt256 ALL = UInt256.MAX;

    private final LendingAccounts accounts;
    private final LendingState state;

    /** A market that nobody has used. */
    public LendingPool(LendingAccounts accounts, List<ReserveConfig> configs) {
        this(accounts, configs, EfficiencyModes.NONE);
    }

    /** A market that nobody has used, with efficiency modes. */
    public LendingPool(LendingAccounts accounts, List<ReserveConfig> configs, EfficiencyModes modes) {
        this(accounts, new LendingState(configs, modes));
    }

    private LendingPool(LendingAccounts accounts, LendingState state) {
        Checks.inRange("reserves", state.reserves(), 0, LendingPosition.MOST_RESERVES);
        this.accounts = accounts;
        this.state = state;
    }

    /** Its accounts in the ledger. */
    public LendingAccounts accounts() {
        return accounts;
    }

    /** The terms of its reserves, in their order. */
    public List<ReserveConfig> configs() {
        return state.configs();
    }

    private ReserveConfig config(int reserve) {
        return state.config(reserve);
    }

    /** A reserve at its last change; an index out of range throws. */
    public ReserveState reserve(int reserve) {
        return state.reserve(reserve);
    }

    /** What an account has in this market. */
    public LendingPosition position(int account) {
        return state.position(account);
    }

    /** The efficiency mode that an account has chosen, 0 for none. */
    public int mode(int account) {
        return state.mode(account);
    }

    /** The terms of a reserve for an account, in its efficiency mode. */
    public ReserveConfig config(int account, int reserve) {
        return state.config(account, reserve);
    }

    /** Whether an account could borrow of a reserve in its efficiency mode. */
    boolean isLentTo(int account, int reserve) {
        return mode(account) == 0 || state.modes().of(reserve) == mode(account);
    }

    /** One more than the highest account that ever had a position. */
    public int positions() {
        return state.accounts();
    }

    /**
     * How an account stands at a second and at prices.
     *
     * @throws ArithmeticException if worth is beyond 256 bits
     */
    public LendingHealth health(int account, long now, PriceOracle prices) {
        try {
            return LendingHealth.of(state, account, now, prices);
        } catch (LendingRevert revert) {
            throw new ArithmeticException("account " + account + ": " + revert.reason());
        }
    }

    /** What a reserve holds and has not lent, base units. */
    public UInt256 held(Ledger ledger, int reserve) {
        return ledger.balance(accounts.pool(), config(reserve).asset());
    }

    /** Carries out an operation whole, or not at all. */
    Result attempt(Supplier<Result> operation) {
        LendingState before = state.copy();
        try {
            return operation.get();
        } catch (LendingRevert revert) {
            state.restore(before);
            return Result.reverted(revert.reason());
        }
    }

    /** Supplies an asset; it becomes collateral with the first of it, if it lends anything. Gives the amount. */
    public Result supply(LendingMoment at, int account, int reserve, UInt256 amount) {
        return attempt(() -> {
            state.accrue(reserve, at.now());
            LendingError.INVALID_AMOUNT.unless(!amount.isZero());
            requireRoom(reserve, amount);
            state.rate(reserve, held(at.ledger(), reserve), amount, UInt256.ZERO);
            pull(at, account, reserve, amount);
            boolean first =
                    state.supply(account, reserve, amount, reserve(reserve).liquidityIndex());
            if (first && config(reserve).ltvBps() != 0) {
                state.collateral(account, reserve, true);
            }
            return Result.of(amount);
        });
    }

    /** {@code (scaled supply + the treasury's part) · index + amount}, to the nearest, is within the cap. */
    private void requireRoom(int reserve, UInt256 amount) {
        ReserveState present = reserve(reserve);
        UInt256 scaled = plus(present.scaledSupply(), present.accruedToTreasury());
        UInt256 supplied = plus(RayMath.rayMul(scaled, present.liquidityIndex()), amount);
        ReserveConfig config = config(reserve);
        LendingError.SUPPLY_CAP_EXCEEDED.unless(config.isWithin(config.supplyCap(), supplied));
    }

    /** Takes out what was supplied, or all of it; gives the amount. */
    public Result withdraw(LendingMoment at, int account, int reserve, UInt256 asked) {
        return attempt(() -> {
            state.accrue(reserve, at.now());
            UInt256 index = reserve(reserve).liquidityIndex();
            UInt256 has = state.supplied(account, reserve, index);
            UInt256 amount = asked.equals(ALL) ? has : asked;
            LendingError.INVALID_AMOUNT.unless(!amount.isZero());
            LendingError.NOT_ENOUGH_AVAILABLE_USER_BALANCE.unless(has.isAtLeast(amount));
            state.rate(reserve, held(at.ledger(), reserve), UInt256.ZERO, amount);
            boolean collateral = position(account).usesAsCollateral(reserve);
            if (collateral && amount.equals(has)) {
                state.collateral(account, reserve, false);
            }
            state.withdraw(account, reserve, amount, index);
            payOut(at, account, reserve, amount);
            if (collateral && position(account).borrowsAny()) {
                requireHealth(at, account, reserve);
            }
            return Result.of(amount);
        });
    }

    private void requireHealth(LendingMoment at, int account, int reserve) {
        LendingHealth health = LendingHealth.of(state, account, at.now(), at.prices());
        LendingError.HEALTH_FACTOR_LOWER_THAN_LIQUIDATION_THRESHOLD.unless(!health.atRisk());
        LendingError.LTV_VALIDATION_FAILED.unless(
                !health.zeroLtv() || config(reserve).ltvBps() == 0);
    }

    /** Borrows against what is supplied; gives the amount. */
    public Result borrow(LendingMoment at, int account, int reserve, UInt256 amount) {
        return attempt(() -> {
            state.accrue(reserve, at.now());
            requireCover(at, account, reserve, amount);
            if (state.borrow(account, reserve, amount, reserve(reserve).debtIndex())) {
                state.borrowing(account, reserve, true);
            }
            state.rate(reserve, held(at.ledger(), reserve), UInt256.ZERO, amount);
            payOut(at, account, reserve, amount);
            return Result.of(amount);
        });
    }

    private void requireCover(LendingMoment at, int account, int reserve, UInt256 amount) {
        LendingError.INVALID_AMOUNT.unless(!amount.isZero());
        UInt256 owed = plus(
                RayMath.rayMul(reserve(reserve).scaledDebt(), reserve(reserve).debtIndex()), amount);
        LendingError.BORROW_CAP_EXCEEDED.unless(
                config(reserve).isWithin(config(reserve).borrowCap(), owed));
        LendingError.INCONSISTENT_EMODE_CATEGORY.unless(isLentTo(account, reserve));
        LendingHealth health = LendingHealth.of(state, account, at.now(), at.prices());
        LendingError.COLLATERAL_BALANCE_IS_ZERO.unless(!health.collateral().isZero());
        LendingError.LTV_VALIDATION_FAILED.unless(health.ltvBps() != 0);
        LendingError.HEALTH_FACTOR_LOWER_THAN_LIQUIDATION_THRESHOLD.unless(RayMath.WAD.isLessThan(health.factor()));
        ReserveConfig config = config(reserve);
        UInt256 debt = plus(health.debt(), LendingHealth.worth(config, at.price(config), amount));
        LendingError.COLLATERAL_CANNOT_COVER_NEW_BORROW.unless(
                health.collateral().isAtLeast(percentDiv(debt, health.ltvBps())));
    }

    /** Pays a debt back, at most all of it; gives what was paid. */
    public Result repay(LendingMoment at, int account, int reserve, UInt256 amount) {
        return attempt(() -> {
            state.accrue(reserve, at.now());
            UInt256 index = reserve(reserve).debtIndex();
            UInt256 debt = state.owed(account, reserve, index);
            LendingError.INVALID_AMOUNT.unless(!amount.isZero());
            LendingError.NO_DEBT_OF_SELECTED_TYPE.unless(!debt.isZero());
            UInt256 paid = amount.min(debt);
            state.repay(account, reserve, paid, index);
            state.rate(reserve, held(at.ledger(), reserve), paid, UInt256.ZERO);
            if (paid.equals(debt)) {
                state.borrowing(account, reserve, false);
            }
            pull(at, account, reserve, paid);
            return Result.of(paid);
        });
    }

    /** Says whether what an account has supplied to a reserve is collateral. */
    public Result useAsCollateral(LendingMoment at, int account, int reserve, boolean whether) {
        return attempt(() -> {
            UInt256 has = state.supplied(account, reserve, reserve(reserve).liquidityIndexAt(at.now()));
            LendingError.UNDERLYING_BALANCE_ZERO.unless(!has.isZero());
            if (whether == position(account).usesAsCollateral(reserve)) {
                return Result.OK;
            }
            if (whether) {
                LendingError.USER_IN_ISOLATION_MODE_OR_LTV_ZERO.unless(
                        config(reserve).ltvBps() != 0);
                state.collateral(account, reserve, true);
            } else {
                state.collateral(account, reserve, false);
                requireHealth(at, account, reserve);
            }
            return Result.OK;
        });
    }

    /** Puts an account into an efficiency mode, or out of any by 0: all that it owes is of that mode, and one that it leaves leaves it sound. */
    public Result useMode(LendingMoment at, int account, int mode) {
        return attempt(() -> {
            ModeChoice.make(state, at, account, mode);
            return Result.OK;
        });
    }

    /** Sets what can be borrowed against a reserve, and where debts are liquidated, within a steward's bounds. */
    public Result setTerms(LendingMoment at, int reserve, long ltvBps, long thresholdBps, RiskBounds bounds) {
        return attempt(() -> {
            ReserveConfig before = config(reserve);
            LendingError.TOO_EARLY.unless(bounds.isDue(state.setAt(reserve), at.now()));
            LendingError.OUT_OF_BOUNDS.unless(bounds.allow(before, ltvBps, thresholdBps));
            state.config(reserve, before.withCollateral(ltvBps, thresholdBps), at.now());
            return Result.OK;
        });
    }

    /** Gives the treasury what every reserve has set aside for it. */
    public Result mintToTreasury(LendingMoment at) {
        return attempt(() -> {
            for (int reserve = 0; reserve < state.reserves(); reserve++) {
                UInt256 accrued = state.takeAccrued(reserve);
                UInt256 index = reserve(reserve).liquidityIndexAt(at.now());
                UInt256 amount = RayMath.rayMul(accrued, index);
                if (!amount.isZero()) {
                    state.supply(accounts.treasury(), reserve, amount, index);
                }
            }
            return Result.OK;
        });
    }

    /**
     * Pays a part of somebody's debt for collateral with a bonus, as {@link LendingLiquidation} says.
     *
     * @param order what is asked for
     * @return what was paid of the debt, what the liquidator got of the collateral, and what the treasury got of it
     */
    public Result liquidate(LendingMoment at, LendingLiquidation.Order order) {
        return attempt(() -> new LendingLiquidation(this, state, at, order).run());
    }

    /** Lends for the length of a call back, as {@link FlashLending} says; gives the premiums, in the order of the loans. */
    public Result flashLoan(LendingMoment at, FlashLending.Terms terms, FlashLending.Order order) {
        return attempt(() -> new FlashLending(this, state, at, terms).run(order));
    }

    void pull(LendingMoment at, int account, int reserve, UInt256 amount) {
        LendingError.PAYMENT.unless(
                at.ledger().transfer(account, accounts.pool(), config(reserve).asset(), amount));
    }

    void payOut(LendingMoment at, int account, int reserve, UInt256 amount) {
        LendingError.PAYOUT.unless(
                at.ledger().transfer(accounts.pool(), account, config(reserve).asset(), amount));
    }

    /** What a reserve's suppliers and treasury could claim at a second beyond what it holds and is owed; base units. */
    public UInt256 shortfall(Ledger ledger, int reserve, long now) {
        ReserveState present = reserve(reserve);
        UInt256 treasury = RayMath.rayMul(present.accruedToTreasury(), present.liquidityIndexAt(now));
        UInt256 claims = plus(present.supplyAt(now), treasury);
        UInt256 assets = plus(held(ledger, reserve), present.debtAt(now));
        return assets.isAtLeast(claims) ? UInt256.ZERO : minus(claims, assets);
    }

    /** An independent market of the same state; its ledger must be copied with it. */
    public LendingPool copy() {
        return new LendingPool(accounts, state.copy());
    }

    /** Takes over the state of {@code other}, a copy made of this market earlier. */
    public void restore(LendingPool other) {
        state.restore(other.state);
    }

    /** Writes accounts, reserves and positions; the ledger is saved apart, the terms are the scenario's. */
    public void save(StateWriter out) {
        accounts.save(out);
        state.save(out);
    }

    /** The market that {@link #save} wrote, of the same terms and over the ledger that was saved with it. */
    public static LendingPool load(StateReader in, List<ReserveConfig> configs, EfficiencyModes modes) {
        return new LendingPool(LendingAccounts.load(in), LendingState.load(in, configs, modes));
    }
}
