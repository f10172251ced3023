package catallaxy.scenarios.bench;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.stream.IntStream;

/** Copies of a large ledger in which few of all possible balances are held: what the forks of a large market begin with. */
final class LedgerWorkload implements Workload {
    static final int ACCOUNTS = 3_500;
    static final int ASSETS = 150;
    static final int HELD = 10_000;

    /** Coprime to the number of assets, so that an account's balances are of different ones. */
    private static final int STEP = 7;

    private final Ledger ledger = new Ledger(IntStream.range(0, ASSETS)
            .mapToObj(asset -> new AssetSpec("asset " + asset, 18))
            .toList());

    LedgerWorkload() {
        int issuer = ledger.openIssuer("issuer");
        for (int account = 1; account < ACCOUNTS; account++) {
            ledger.openAccount("account " + account);
        }
        for (int held = 0; held < HELD; held++) {
            int account = 1 + held % (ACCOUNTS - 1);
            ledger.issue(issuer, account, (account + held / (ACCOUNTS - 1) * STEP) % ASSETS, UInt256.powerOfTwo(60));
        }
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public long run(int operations) {
        long checksum = 0;
        for (int copy = 0; copy < operations; copy++) {
            checksum += ledger.copy().operations();
        }
        return checksum;
    }
}
