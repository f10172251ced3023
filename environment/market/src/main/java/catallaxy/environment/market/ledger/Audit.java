package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads a whole ledger and tells what is not conserved. Sums are taken modulo 2^256. */
final class Audit {
    private final Ledger ledger;
    private final UInt256[] sums;
    private final List<Finding> findings = new ArrayList<>();

    private record Finding(int asset, Conservation.Violation violation) {}

    private Audit(Ledger ledger) {
        this.ledger = ledger;
        sums = new UInt256[ledger.assets()];
        Arrays.fill(sums, UInt256.ZERO);
    }

    static Conservation of(Ledger ledger) {
        Audit audit = new Audit(ledger);
        for (long key : ledger.balances().held()) {
            audit.look(Places.account(key), Places.asset(key));
        }
        audit.lookAtSums();
        return new Conservation(checks(ledger), audit.violations());
    }

    /** Each sum, and each sign but those of issuers; what is not held adds nothing and owes nothing. */
    private static long checks(Ledger ledger) {
        long checks = ledger.assets();
        for (int account = 0; account < ledger.accounts(); account++) {
            checks += ledger.isIssuer(account) ? 0 : ledger.assets();
        }
        return checks;
    }

    private void look(int account, int asset) {
        UInt256 balance = ledger.bits(account, asset);
        sums[asset] = sums[asset].plusWrapping(balance);
        if (balance.limb(3) < 0 && !ledger.isIssuer(account)) {
            find(
                    asset,
                    new Conservation.Violation.Overdraft(ledger.accountName(account), symbol(asset), signed(balance)));
        }
    }

    private void lookAtSums() {
        for (int asset = 0; asset < sums.length; asset++) {
            if (!sums[asset].isZero()) {
                find(asset, new Conservation.Violation.Leak(symbol(asset), signed(sums[asset])));
            }
        }
    }

    private void find(int asset, Conservation.Violation violation) {
        findings.add(new Finding(asset, violation));
    }

    /** By asset, then in the order in which they were found: by account, the sum last. */
    private List<Conservation.Violation> violations() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::asset))
                .map(Finding::violation)
                .toList();
    }

    private String symbol(int asset) {
        return ledger.assetSpec(asset).symbol();
    }

    private static String signed(UInt256 bits) {
        BigInteger value = bits.toBigInteger();
        return (bits.limb(3) < 0 ? value.subtract(BigInteger.TWO.pow(256)) : value).toString();
    }
}
