package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole ledger and tells what is not conserved. Sums are taken modulo 2^256. */
final class Audit {
    private final Ledger ledger;
    private final List<Conservation.Violation> violations = new ArrayList<>();
    private long checks;

    private Audit(Ledger ledger) {
        this.ledger = ledger;
    }

    static Conservation of(Ledger ledger) {
        Audit audit = new Audit(ledger);
        for (int asset = 0; asset < ledger.assets(); asset++) {
            audit.look(asset);
        }
        return new Conservation(audit.checks, audit.violations);
    }

    private void look(int asset) {
        UInt256 sum = UInt256.ZERO;
        for (int account = 0; account < ledger.accounts(); account++) {
            UInt256 balance = ledger.bits(account, asset);
            sum = sum.plusWrapping(balance);
            if (!ledger.isIssuer(account)) {
                checkSign(account, asset, balance);
            }
        }
        checks++;
        if (!sum.isZero()) {
            violations.add(new Conservation.Violation.Leak(symbol(asset), signed(sum)));
        }
    }

    private void checkSign(int account, int asset, UInt256 balance) {
        checks++;
        if (balance.limb(3) < 0) {
            violations.add(
                    new Conservation.Violation.Overdraft(ledger.accountName(account), symbol(asset), signed(balance)));
        }
    }

    private String symbol(int asset) {
        return ledger.assetSpec(asset).symbol();
    }

    private static String signed(UInt256 bits) {
        BigInteger value = bits.toBigInteger();
        return (bits.limb(3) < 0 ? value.subtract(BigInteger.TWO.pow(256)) : value).toString();
    }
}
