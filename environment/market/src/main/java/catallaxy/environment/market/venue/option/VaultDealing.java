package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * What happens where somebody puts something into the vault or takes it out: shares by the arithmetic of ERC-4626 with a virtual share and
 * a virtual unit, {@code shares = ⌊value (supply + 1) / (worth + 1)⌋}, every division against who calls. The founder has a share for
 * each base unit of quote that the vault is worth at the first deposit. Without state.
 */
final class VaultDealing {
    private static final Result UNKNOWN_ASSET = Result.reverted("Options: UNKNOWN_ASSET");
    private static final Result NO_WORTH = Result.reverted("Options: VAULT_WORTH_NOTHING");
    private static final Result NO_SHARES = Result.reverted("Options: NO_SHARES");
    private static final Result TOO_FEW = Result.reverted("Options: TOO_FEW_SHARES");
    private static final Result TOO_LITTLE = Result.reverted("Options: TOO_LITTLE");

    private VaultDealing() {}

    static Result deposit(OptionFrame frame, OptionCall.DepositInOptionVault deposit) {
        Result refused = refused(frame, deposit.asset());
        if (!refused.ok()) {
            return refused;
        }
        VaultWorth worth = new VaultWorth(frame.prices());
        BigInteger before = worth.most();
        if (before.signum() <= 0) {
            return NO_WORTH;
        }
        AccountBalances held = founded(frame, before);
        UInt256 amount = frame.frame().amount(deposit.amount(), deposit.asset());
        if (!frame.frame().ledger().covers(frame.caller(), deposit.asset(), amount)) {
            return OptionContract.UNPAID;
        }
        UInt256 shares = shares(worth.inQuote(deposit.asset(), amount), held.total(), before);
        if (shares.isZero()) {
            return NO_SHARES;
        } else if (shares.isLessThan(deposit.least())) {
            return TOO_FEW;
        } else if (!frame.receives(deposit.asset(), amount)) {
            return OptionContract.UNPAID;
        }
        frame.contract().become(frame.state().withShares(held.plus(frame.caller(), shares)));
        tell(frame, "deposited", deposit.asset(), amount, shares);
        return Result.of(shares);
    }

    static Result withdraw(OptionFrame frame, OptionCall.WithdrawFromOptionVault withdrawal) {
        Result refused = refused(frame, withdrawal.asset());
        if (!refused.ok()) {
            return refused;
        }
        AccountBalances held = frame.state().shares();
        UInt256 shares = withdrawal.shares();
        if (shares.isZero() || held.of(frame.caller()).isLessThan(shares)) {
            return NO_SHARES;
        }
        UInt256 amount = redeemed(frame, shares, withdrawal.asset());
        if (amount.isZero() || amount.isLessThan(withdrawal.least())) {
            return TOO_LITTLE;
        } else if (!frame.pays(withdrawal.asset(), amount)) {
            return OptionContract.NOT_COVERED;
        }
        frame.contract().become(frame.state().withShares(held.minus(frame.caller(), shares)));
        tell(frame, "withdrawn", withdrawal.asset(), amount, shares);
        return frame.covered(amount);
    }

    private static Result refused(OptionFrame frame, int asset) {
        if (asset != frame.spec().base() && asset != frame.spec().quote()) {
            return UNKNOWN_ASSET;
        }
        return frame.prices().isKnown() ? Result.OK : OptionContract.NO_PRICE;
    }

    /** Everybody's shares, the founder's with them. */
    private static AccountBalances founded(OptionFrame frame, BigInteger worth) {
        AccountBalances held = frame.state().shares();
        return held.total().isZero() ? held.plus(frame.contract().account(), UInt256.of(worth)) : held;
    }

    private static UInt256 shares(UInt256 value, UInt256 supply, BigInteger worth) {
        return value.mulDivFloor(
                supply.plusExact(UInt256.ONE), UInt256.of(worth).plusExact(UInt256.ONE));
    }

    /** Base units of an asset for shares, less the fee; zero where the vault is worth nothing. */
    private static UInt256 redeemed(OptionFrame frame, UInt256 shares, int asset) {
        BigInteger worth = new VaultWorth(frame.prices()).least();
        if (worth.signum() <= 0) {
            return UInt256.ZERO;
        }
        UInt256 supply = frame.state().shares().total().plusExact(UInt256.ONE);
        UInt256 value = shares.mulDivFloor(UInt256.of(worth).plusExact(UInt256.ONE), supply);
        BigDecimal kept =
                BigDecimal.ONE.subtract(BigDecimal.valueOf(frame.spec().vaultFee()));
        UInt256 paid = UInt256.of(new BigDecimal(value.toBigInteger())
                .multiply(kept)
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger());
        return asset == frame.spec().quote()
                ? paid
                : paid.mulDivFloor(frame.prices().oneBase(), frame.prices().price());
    }

    private static void tell(OptionFrame frame, String change, int asset, UInt256 amount, UInt256 shares) {
        frame.contract()
                .tell(
                        frame.frame(),
                        change,
                        List.of(
                                new MarketEvent.Detail("amount", asset, amount),
                                new MarketEvent.Detail("shares", MarketEvent.Detail.A_NUMBER, shares)));
    }
}
