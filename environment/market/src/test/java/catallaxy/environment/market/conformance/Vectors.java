package catallaxy.environment.market.conformance;

import catallaxy.environment.market.venue.uniswapv2.UniswapV2;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small vector files whose rows were worked out by hand or in unbounded integers. */
final class Vectors {
    static final String SWAP_COLUMNS =
            String.join(",", UniswapV2.vectors(3).getFirst().columns());
    static final String SEQUENCE_COLUMNS =
            String.join(",", UniswapV2.vectors(3).getLast().columns());

    /** 1000 in against a million of each buys 996; 996 out costs 1000; one unit more breaks the invariant. */
    static final List<String> SWAPS = List.of(
            "1000000,1000000,1,1000,996,ok,1001000,999004,UniswapV2: K,996,1000,ok",
            "1000000,1000000,0,1000,996,ok,999004,1001000,UniswapV2: K,1000000000,,ds-math-sub-underflow",
            "1000000,1000000,1,0,,UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT,,,,0,,"
                    + "UniswapV2Library: INSUFFICIENT_OUTPUT_AMOUNT",
            "1000000,1000000,1,1,0,UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT,1000000,1000000,UniswapV2: K,1,2,ok");

    /** A first deposit, a swap ten seconds later at price one, a burn without shares, and a second fresh pair. */
    static final List<String> SEQUENCE = List.of(
            "0,100,mint,1000000,1000000,0,0,ok,999000,0,1000000,1000000,1000000,1000000,1000000,0,999000,0,0,0,100,0",
            "0,110,swap,1000,0,0,996,ok,0,0,1001000,999004,1001000,999004,1000000,0,999000,0,"
                    + "51922968585348276285304963292200960,51922968585348276285304963292200960,110,0",
            "0,120,burn,999001,0,0,0,ds-math-sub-underflow,0,0,1001000,999004,1001000,999004,1000000,0,999000,0,"
                    + "51922968585348276285304963292200960,51922968585348276285304963292200960,110,0",
            "1,130,feeOn,0,0,0,0,ok,0,0,0,0,0,0,0,0,0,0,0,0,0,1",
            "1,140,donate,5,7,0,0,ok,0,0,0,0,5,7,0,0,0,0,0,0,0,1",
            "1,150,skim,0,0,0,0,ok,0,0,0,0,0,0,0,0,0,0,0,0,0,1");

    private Vectors() {}

    static Path write(Path folder, String name, String columns, List<String> rows) throws IOException {
        return write(folder, name, 1, columns, rows);
    }

    static Path write(Path folder, String name, int seed, String columns, List<String> rows) throws IOException {
        Path file = folder.resolve(name);
        String text = "# title, set test, seed " + seed + "; a word\n# made by: hand\n# fields: as named\n" + columns
                + "\n" + String.join("\n", rows) + "\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
