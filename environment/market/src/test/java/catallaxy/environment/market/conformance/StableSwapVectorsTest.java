package catallaxy.environment.market.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.contract.Kinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a StableSwap pool that were worked out in unbounded integers, and faults in them. */
final class StableSwapVectorsTest {
    private static final String POOL_COLUMNS = "seq,n,decimals,A,fee,adminFee";
    private static final String POOL = "7,2,18;6,100,4000000,5000000000";
    private static final String COLUMNS =
            "seq,op,type,i,j,amount,amounts,result,getDy,out,lpSupply,balances,adminBalances,virtualPrice";
    private static final List<String> ROWS = List.of(
            "7,0,add,,,,1000000000000000000000;1000000000,ok,,2000000000000000000000,2000000000000000000000,"
                    + "1000000000000000000000;1000000000,0;0,1000000000000000000",
            "7,1,swap,0,1,100000000000000000000,,ok,99860150,99860150,2000000000000000000000,"
                    + "1100000000000000000000;900119870,0;19980,1000010001024186252",
            "7,2,remove,,,10000000000000000000,,ok,,5500000000000000000;4500599,1990000000000000000000,"
                    + "1094500000000000000000;895619271,0;19980,1000010001200252104",
            "7,3,removeOne,1,,1000000000000000000000,,Withdraw exceeds available,,,1990000000000000000000,"
                    + "1094500000000000000000;895619271,0;19980,1000010001200252104",
            "7,4,removeImbalance,,,,0;0,Burnt amount cannot be zero,,,1990000000000000000000,"
                    + "1094500000000000000000;895619271,0;19980,1000010001200252104");

    @TempDir
    private Path folder;

    @BeforeEach
    void pools() throws IOException {
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL));
    }

    private FileResult check(List<String> rows) throws IOException {
        Path file = Vectors.write(folder, "rows.csv.gz", COLUMNS, rows);
        return new Conformance(Kinds.registered().vectors()).check(file).files().getFirst();
    }

    private static List<String> replaced(int row, String from, String to) {
        List<String> changed = new ArrayList<>(ROWS);
        assertThat(ROWS.get(row)).contains(from);
        changed.set(row, ROWS.get(row).replace(from, to));
        return changed;
    }

    @Test
    void bothFilesAgree() throws IOException {
        assertThat(check(ROWS).firstFailure()).isEmpty();
        ConformanceReport all = new Conformance(Kinds.registered().vectors()).check(folder);
        assertThat(all.files()).extracting(FileResult::status).containsOnly(FileResult.Status.CHECKED);
        assertThat(all.files()).extracting(FileResult::cases).containsExactly(1L, 5L);
    }

    @Test
    void oneUnitIsCaughtAndNamed() throws IOException {
        assertThat(check(replaced(1, "99860150,99860150", "99860150,99860151")).firstFailure())
                .contains(new FileResult.Difference(6, "out", "99860151", "99860150"));
        assertThat(check(replaced(1, "19980", "19981"))
                        .firstFailure()
                        .orElseThrow()
                        .field())
                .isEqualTo("adminBalances");
        assertThat(check(replaced(3, "Withdraw exceeds available", "ok"))
                        .firstFailure()
                        .orElseThrow()
                        .field())
                .isEqualTo("result");
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL.replace("4000000", "5000000")));
        assertThat(check(ROWS).failures()).isPositive();
    }

    @Test
    void whatIsNoRowIsCorrupt() throws IOException {
        assertThat(check(replaced(0, "add", "put")).message()).contains("unknown operation \"put\"");
        assertThat(check(replaced(0, ";1000000000,ok", ",ok")).message()).contains("expected 2 of them, found 1");
        assertThat(check(replaced(1, "swap,0,1", "swap,0,2")).message()).contains("2 is none of 2 assets");
        assertThat(check(replaced(1, "7,1,swap", "8,1,swap")).message()).contains("nothing is described under it: 8");
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL.replace("18;6", "18;x")));
        FileResult pools = new Conformance(Kinds.registered().vectors())
                .check(folder.resolve("pools.csv.gz"))
                .files()
                .getFirst();
        assertThat(pools.message()).startsWith("line 5: decimals");
    }
}
