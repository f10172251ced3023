package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The plain referee of {@link Ledger}: a table with a cell for every account and asset, copied whole at each mark. */
final class DenseLedger {
    private static final BigInteger LIMIT = BigInteger.TWO.pow(255);

    private final List<Boolean> issuers = new ArrayList<>();
    private final List<List<BigInteger>> table = new ArrayList<>();
    private final Deque<List<List<BigInteger>>> marks = new ArrayDeque<>();
    private int assets;

    DenseLedger(int assets) {
        this.assets = assets;
    }

    void open(boolean issuer) {
        issuers.add(issuer);
        List<BigInteger> row = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            row.add(BigInteger.ZERO);
        }
        table.add(row);
    }

    void addAsset() {
        assets++;
        table.forEach(row -> row.add(BigInteger.ZERO));
    }

    int accounts() {
        return table.size();
    }

    int assets() {
        return assets;
    }

    boolean isIssuer(int account) {
        return issuers.get(account);
    }

    BigInteger balance(int account, int asset) {
        return table.get(account).get(asset);
    }

    /** Whether {@link #transfer} would have to leave the signed 256-bit range. */
    boolean overflows(int from, int to, int asset, BigInteger amount) {
        BigInteger less = balance(from, asset).subtract(amount);
        boolean covered = isIssuer(from) || less.signum() >= 0;
        boolean fits = balance(to, asset).add(amount).compareTo(LIMIT) < 0 && less.compareTo(LIMIT.negate()) >= 0;
        return covered && from != to && !fits;
    }

    boolean transfer(int from, int to, int asset, BigInteger amount) {
        if (!isIssuer(from) && balance(from, asset).compareTo(amount) < 0) {
            return false;
        }
        add(from, asset, amount.negate());
        add(to, asset, amount);
        return true;
    }

    private void add(int account, int asset, BigInteger amount) {
        table.get(account).set(asset, balance(account, asset).add(amount));
    }

    void mark() {
        marks.push(tableCopy());
    }

    void revert() {
        table.clear();
        table.addAll(marks.pop());
    }

    void commit() {
        marks.pop();
    }

    private List<List<BigInteger>> tableCopy() {
        List<List<BigInteger>> copy = new ArrayList<>();
        table.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    DenseLedger copy() {
        DenseLedger copy = new DenseLedger(assets);
        copy.issuers.addAll(issuers);
        copy.table.addAll(tableCopy());
        return copy;
    }

    /** Balances that are not zero. */
    int held() {
        return (int) table.stream()
                .flatMap(List::stream)
                .filter(each -> each.signum() != 0)
                .count();
    }

    /** The two's complement of a balance. */
    static UInt256 bits(BigInteger balance) {
        return UInt256.of(balance.signum() < 0 ? balance.add(BigInteger.TWO.pow(256)) : balance);
    }
}
