package catallaxy.benchmarks;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Movements, look-ups and copies of a ledger of few assets, where each account holds all, and of many, where it holds three. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBench {
    private static final int MOVEMENTS = 1 << 12;
    private static final int HOLDINGS = 3;

    /** Numbers of accounts and assets. */
    @Param({"150x4", "3500x150"})
    public String size = "";

    private Ledger ledger = new Ledger(List.of());
    private final int[] from = new int[MOVEMENTS];
    private final int[] to = new int[MOVEMENTS];
    private final int[] asset = new int[MOVEMENTS];
    private int next;

    /** Opens the accounts and gives them what they hold: accounts with equal remainders hold the same assets. */
    @Setup
    public void open() {
        int accounts = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int assets = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        ledger = new Ledger(IntStream.range(0, assets)
                .mapToObj(each -> new AssetSpec("asset " + each, 18))
                .toList());
        int issuer = ledger.openIssuer("issuer");
        for (int account = 1; account <= accounts; account++) {
            ledger.openAccount("account " + account);
            for (int holding = 0; holding < HOLDINGS; holding++) {
                ledger.issue(issuer, account, (account + holding) % assets, UInt256.powerOfTwo(60));
            }
        }
        draw(accounts, assets);
    }

    private void draw(int accounts, int assets) {
        RandomStream random = RandomStream.of(1, "bench");
        for (int i = 0; i < MOVEMENTS; i++) {
            from[i] = 1 + random.nextInt(accounts);
            to[i] = 1 + (from[i] - 1 + assets * random.nextInt(accounts / assets)) % accounts;
            asset[i] = (from[i] + random.nextInt(HOLDINGS)) % assets;
        }
    }

    private int advance() {
        next = (next + 1) & (MOVEMENTS - 1);
        return next;
    }

    /** One movement between accounts that hold the asset. */
    @Benchmark
    public boolean transfer() {
        int i = advance();
        return ledger.transfer(from[i], to[i], asset[i], 3);
    }

    /** One movement, journalled and taken back. */
    @Benchmark
    public boolean revertedTransfer() {
        int mark = ledger.mark();
        boolean moved = transfer();
        ledger.revertTo(mark);
        return moved;
    }

    /** One balance in whole units. */
    @Benchmark
    public double lookUp() {
        int i = advance();
        return ledger.balanceAsDouble(from[i], asset[i]);
    }

    /** An independent ledger. */
    @Benchmark
    public Ledger copy() {
        return ledger.copy();
    }

    /** Whether all is conserved. */
    @Benchmark
    public Conservation check() {
        return ledger.check();
    }
}
