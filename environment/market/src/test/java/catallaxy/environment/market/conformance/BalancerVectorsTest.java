package catallaxy.environment.market.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.balancer.BalancerWeighted;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of Balancer's functions and of a pool that were worked out in unbounded integers, and faults in them. */
final class BalancerVectorsTest {
    private static final String FUNCTIONS = "fn,args,out,result";
    private static final List<String> WEIGHTED = List.of(
            "pow,1000000000000000000|3,1000000000000000000,ok",
            "powDown,7|0,999999999999989999,ok",
            "powUp,0|5,1,ok",
            "powDown,500000000000000000|1000000000000000000,499999999999994999,ok",
            "exp,0,1000000000000000000,ok",
            "exp,-41000000000000000001,,BAL#009",
            "ln,1000000000000000000,0,ok",
            "outGivenIn,1000|500000000000000000|1000|500000000000000000|301,,BAL#304",
            "inGivenOut,1000|500000000000000000|1000|500000000000000000|301,,BAL#305",
            "invariant,500000000000000000;500000000000000000|0;1000,,BAL#311");
    private static final List<String> STABLE = List.of(
            "invariant,100000|5000;5000|1,10000,ok",
            "invariant,100000|5000;5000|0,10000,ok",
            "bptOutExactTokensIn,100000|5000;5000|0;0|10000|1000000000000000,0,ok");

    private static final String POOL_COLUMNS = "seq,kind,n,decimals,weights,amp,swapFee";
    private static final String POOL = "7,stable,2,18;6,,100,1000000000000000";
    private static final String COLUMNS =
            "seq,op,type,i,j,amount,amounts,result,amountIn,amountOut,deltas,bptSupply,balances,invariant";
    private static final List<String> ROWS = List.of(
            "7,0,init,,,,1000000000000000000000;1000000000,ok,,,1000000000000000000000;1000000000,"
                    + "2000000000000000000000,1000000000000000000000;1000000000,",
            "7,1,swapIn,0,1,10000000000000000000,,ok,10000000000000000000,9989011,,"
                    + "2000000000000000000000,1010000000000000000000;990010989,",
            "7,2,exitProportional,,,20000000000000000000,,ok,,,-10100000000000000000;-9900109,"
                    + "1980000000000000000000,999900000000000000000;980110880,",
            "7,3,swapIn,0,1,0,,BAL#510,,,,1980000000000000000000,999900000000000000000;980110880,");

    @TempDir
    private Path folder;

    private FileResult check(String columns, List<String> rows) throws IOException {
        Path file = Vectors.write(folder, "rows.csv.gz", columns, rows);
        return new Conformance(Kinds.registered().vectors()).check(file).files().getFirst();
    }

    private static List<String> replaced(List<String> rows, int row, String from, String to) {
        List<String> changed = new ArrayList<>(rows);
        assertThat(rows.get(row)).contains(from);
        changed.set(row, rows.get(row).replace(from, to));
        return changed;
    }

    @Test
    void theFunctionsOfBothLibrariesAgree() throws IOException {
        assertThat(check(FUNCTIONS, WEIGHTED).firstFailure()).isEmpty();
        assertThat(check(FUNCTIONS, WEIGHTED).cases()).isEqualTo(WEIGHTED.size());
        assertThat(check(FUNCTIONS, STABLE).firstFailure()).isEmpty();
        assertThat(check(FUNCTIONS, STABLE).status()).isEqualTo(FileResult.Status.CHECKED);
    }

    @Test
    void oneUnitOfAFunctionIsCaughtAndNamed() throws IOException {
        assertThat(check(FUNCTIONS, replaced(WEIGHTED, 1, "989999", "990000")).firstFailure())
                .contains(new FileResult.Difference(6, "out", "999999999999990000", "999999999999989999"));
        assertThat(check(FUNCTIONS, replaced(STABLE, 1, "10000,", "10001,")).firstFailure())
                .contains(new FileResult.Difference(6, "out", "10001", "10000"));
        assertThat(check(FUNCTIONS, replaced(WEIGHTED, 7, "BAL#304", "ok")).failures())
                .isEqualTo(1);
    }

    /** With the exponent 1, the later version gives the base itself. */
    @Test
    void theOtherVersionOfThePowerIsCaught() throws IOException {
        Path file = Vectors.write(folder, "rows.csv.gz", FUNCTIONS, WEIGHTED);
        FileResult result = new Conformance(BalancerWeighted.vectors(PowerVersion.EXACT))
                .check(file)
                .files()
                .getFirst();
        assertThat(result.firstFailure())
                .contains(new FileResult.Difference(8, "out", "499999999999994999", "500000000000000000"));
    }

    @Test
    void thePoolAgreesAndOneUnitIsCaught() throws IOException {
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL));
        assertThat(check(COLUMNS, ROWS).firstFailure()).isEmpty();
        assertThat(check(COLUMNS, ROWS).cases()).isEqualTo(ROWS.size());
        assertThat(check(COLUMNS, replaced(ROWS, 1, "9989011", "9989010")).firstFailure())
                .contains(new FileResult.Difference(6, "amountOut", "9989010", "9989011"));
        assertThat(check(COLUMNS, replaced(ROWS, 2, "-9900109", "-9900110"))
                        .firstFailure()
                        .orElseThrow()
                        .field())
                .isEqualTo("deltas");
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL.replace("100,1", "101,1")));
        assertThat(check(COLUMNS, ROWS).failures()).isPositive();
    }

    @Test
    void thePoolsTermsAreReadBack() throws IOException {
        String weighted = "0,weighted,2,18;18,400000000000000000;600000000000000000,,1000000000000";
        FileResult result = check(POOL_COLUMNS, List.of(POOL, weighted));
        assertThat(result.cases()).isEqualTo(2);
        assertThat(result.firstFailure()).isEmpty();
        assertThat(check(POOL_COLUMNS, List.of(weighted.replace(",2,18", ",3,18")))
                        .firstFailure()
                        .orElseThrow()
                        .field())
                .isEqualTo("n");
        assertThat(check(POOL_COLUMNS, List.of(weighted.replace("0;6", "1;6"))).message())
                .startsWith("line 5: kind: weights: expected a sum of one");
        assertThat(check(POOL_COLUMNS, List.of(POOL.replace("stable", "square")))
                        .message())
                .contains("unknown kind \"square\"");
    }

    @Test
    void whatIsNoRowIsCorrupt() throws IOException {
        Vectors.write(folder, "pools.csv.gz", POOL_COLUMNS, List.of(POOL));
        assertThat(check(COLUMNS, replaced(ROWS, 0, "init", "put")).message()).contains("unknown operation \"put\"");
        assertThat(check(COLUMNS, replaced(ROWS, 1, "swapIn,0,1", "swapIn,0,2")).message())
                .contains("2 is none of 2 assets");
        assertThat(check(COLUMNS, replaced(ROWS, 1, "7,1,", "8,1,")).message()).contains("nothing is described");
        assertThat(check(FUNCTIONS, replaced(STABLE, 1, "invariant", "square")).message())
                .contains("unknown function \"square\"");
        assertThat(check(FUNCTIONS, replaced(WEIGHTED, 1, "7|0", "7|x")).message())
                .contains("not a decimal number");
        assertThat(check(FUNCTIONS, replaced(WEIGHTED, 1, "7|0", "7|0|0")).message())
                .contains("expected 2 of them, found 3");
        assertThat(check(FUNCTIONS, replaced(WEIGHTED, 9, "0;1000", "0;1;2")).message())
                .contains("lists of 2 and 3");
        assertThat(check(FUNCTIONS, replaced(STABLE, 2, "bptOutExactTokensIn", "outGivenIn"))
                        .message())
                .isNotEmpty();
    }
}
