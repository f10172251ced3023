package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.Conformance;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.FileResult;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The rows of recorded flash loans that are of Uniswap V3; a file has those of other protocols, too, which are passed over. */
final class V3FlashRowsTest {
    private final Path file = Path.of(System.getProperty("catallaxy.root", "."), "../shared/vectors/flash_seq.csv.gz");
    private int replayed;

    private FileResult check(int feeMore) throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(file), "no recorded flash loans at " + file);
        VectorFormat format =
                new VectorFormat(List.of("protocol", "seq", "type", "pay0", "mode"), () -> new Replay(feeMore));
        return new Conformance(List.of(format)).check(file).files().getFirst();
    }

    @Test
    void everyRowAgrees() throws IOException {
        FileResult result = check(0);
        assertThat(result.failures()).as(result.toString()).isZero();
        assertThat(result.status()).isEqualTo(FileResult.Status.CHECKED);
        assertThat(replayed).isGreaterThan(300);
    }

    @Test
    void aPlantedFeeIsCaught() throws IOException {
        assertThat(check(1).failures()).isGreaterThan(100);
    }

    private final class Replay implements VectorReplay {
        private static final long SECONDS = 1_000;

        private final int feeMore;
        private String sequence = "";
        private Ledger ledger = new Ledger(List.of());
        private int source;
        private V3Pool pool = new V3Pool(0, 0, 1, 0, 1);
        private UInt256 fee0 = UInt256.ZERO;
        private UInt256 fee1 = UInt256.ZERO;

        Replay(int feeMore) {
            this.feeMore = feeMore;
        }

        @Override
        public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
            if (!row.text("protocol").equals("v3")) {
                return;
            }
            replayed++;
            if (!row.text("seq").equals(sequence)) {
                sequence = row.text("seq");
                start((int) row.longNumber("param"));
            }
            V3Status status = operate(row);
            differences.expect(row, "result", status.reason());
            if (row.text("type").equals("flash") && status.ok()) {
                differences.expect(row, "fee0", fee0);
                differences.expect(row, "fee1", fee1);
            }
            compare(row, differences);
        }

        private void start(int feePips) {
            ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
            source = ledger.openIssuer("source");
            int spacing = feePips == 500 ? 10 : feePips == 3_000 ? 60 : 200;
            pool = new V3Pool(ledger.openAccount("pool"), 0, 1, feePips + feeMore, spacing);
        }

        private V3Status operate(VectorRow row) throws CorruptVectorException {
            V3Context at = V3Context.of(ledger, SECONDS);
            UInt256 amount0 = row.number("amount0");
            UInt256 amount1 = row.text("amount1").isEmpty() ? UInt256.ZERO : row.number("amount1");
            return switch (row.text("type")) {
                case "init" -> pool.initialize(at, amount0);
                case "mint" -> {
                    int upper = (int) amount1.longValueExact();
                    yield pool.mint(at, source, -upper, upper, amount0, this::pay)
                            .status();
                }
                case "feeProtocol" ->
                    pool.setFeeProtocol(at, (int) amount0.longValueExact(), (int) amount1.longValueExact());
                case "flash" -> flash(row, at, amount0, amount1);
                default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
            };
        }

        private V3Status flash(VectorRow row, V3Context at, UInt256 amount0, UInt256 amount1)
                throws CorruptVectorException {
            UInt256 pay0 = row.number("pay0");
            UInt256 pay1 = row.number("pay1");
            boolean again = row.text("mode").equals("1");
            return pool.flash(at, amount0, amount1, source, (asked0, asked1) -> {
                        fee0 = asked0;
                        fee1 = asked1;
                        V3Status inner = again
                                ? pool.flash(at, UInt256.ONE, UInt256.ONE, source, this::pay)
                                        .status()
                                : V3Status.OK;
                        return inner.ok() ? pay(pay0, pay1) : inner;
                    })
                    .status();
        }

        private V3Status pay(UInt256 amount0, UInt256 amount1) {
            ledger.issue(source, pool.account(), 0, amount0);
            ledger.issue(source, pool.account(), 1, amount1);
            return V3Status.OK;
        }

        private void compare(VectorRow row, Differences differences) {
            V3State state = pool.storage().state();
            differences.expect(row, "balance0", ledger.balance(pool.account(), 0));
            differences.expect(row, "balance1", ledger.balance(pool.account(), 1));
            differences.expect(row, "s0", state.feeGrowth0X128());
            differences.expect(row, "s1", state.feeGrowth1X128());
            differences.expect(row, "s2", state.protocolFees0());
            differences.expect(row, "s3", state.protocolFees1());
            differences.expect(row, "s4", state.liquidity());
            differences.expect(row, "s5", state.feeProtocol0() + 16 * state.feeProtocol1());
        }
    }
}
