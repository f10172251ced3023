package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools at time zero: price and liquidity that a scenario's reserves and range come to. */
final class V3FoundingTest {
    private static final UInt256 ETH = UInt256.parse("1000000000000000000000");
    private static final UInt256 USDC = UInt256.parse("3000000000000");

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));

    private V3Pool found(UInt256 reserve0, UInt256 reserve1, double rangePercent, double rangeShare) {
        int source = ledger.openIssuer("source" + ledger.accounts());
        UniswapV3Spec spec = new UniswapV3Spec(
                "pool" + ledger.accounts(), 0, 0, 1, reserve0, reserve1, 3_000, 60, rangePercent, rangeShare, 4, 1);
        return V3Founding.found(spec, new Deployment() {
            @Override
            public int venue() {
                return 0;
            }

            @Override
            public List<Deployment.Shared> sharing() {
                return List.of();
            }

            @Override
            public Ledger ledger() {
                return ledger;
            }

            @Override
            public void endow(int account, int asset, UInt256 amount) {
                ledger.issue(source, account, asset, amount);
            }
        });
    }

    @Test
    void withoutARangeTheReservesAreThoseOfAConstantProduct() {
        V3Pool pool = found(ETH, USDC, 0, 1);
        double root = Math.sqrt(3e12 / 1e21);
        assertThat(pool.sqrtPriceX96().doubleValue() / 0x1p96).isCloseTo(root, within(1e-12 * root));
        assertThat(pool.liquidity().doubleValue()).isCloseTo(Math.sqrt(3e12 * 1e21), within(1e7));
        assertThat(ledger.balance(pool.account(), 0).doubleValue()).isCloseTo(1e21, within(1e15));
        assertThat(ledger.balance(pool.account(), 1).doubleValue()).isCloseTo(3e12, within(1e6));
        assertThat(pool.storage().ticks().size()).isEqualTo(2);
        assertThat(pool.storage().state().feeProtocol1()).isEqualTo(4);
    }

    /** Of √w ± around the price, liquidity is 1 / (1 − 1/√(1 + w)) of that at all prices, up to the spacing. */
    @Test
    void aRangeIsAsMuchDeeperAsItIsNarrower() {
        V3Pool everywhere = found(ETH, USDC, 0, 1);
        V3Pool narrow = found(ETH, USDC, 20, 1);
        double deeper =
                narrow.liquidity().doubleValue() / everywhere.liquidity().doubleValue();
        assertThat(deeper).isCloseTo(1 / (1 - 1 / Math.sqrt(1.2)), within(0.35));
        int lower = narrow.storage().ticks().tick(0);
        int upper = narrow.storage().ticks().tick(1);
        assertThat(upper - narrow.tick()).isBetween(1_823, 1_884);
        assertThat(narrow.tick() - lower).isBetween(1_823, 1_884);
        assertThat(lower % 60).isZero();
    }

    @Test
    void aPartMayBeThereAtAllPrices() {
        double all = found(ETH, USDC, 0, 1).liquidity().doubleValue();
        double narrow = found(ETH, USDC, 20, 1).liquidity().doubleValue();
        V3Pool both = found(ETH, USDC, 20, 0.25);
        assertThat(both.liquidity().doubleValue()).isCloseTo(0.25 * narrow + 0.75 * all, within(1e-9 * all));
        assertThat(both.storage().ticks().size()).isEqualTo(4);
        V3Trade far = both.quote(true, true, ETH.shiftLeft(3), TickMath.MIN_SQRT_RATIO.plusExact(UInt256.ONE));
        assertThat(far.amountIn()).isEqualTo(ETH.shiftLeft(3));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> found(UInt256.ZERO, USDC, 0, 1)).hasMessageContaining("without reserves");
        assertThatThrownBy(() -> found(UInt256.ONE, UInt256.ONE, 20, 0.5)).hasMessageContaining("refused: EMPTY");
        assertThatThrownBy(() -> found(ETH, USDC, 0, 2)).hasMessageContaining("rangeShare");
        assertThatThrownBy(() -> found(ETH, USDC, -1, 1)).hasMessageContaining("rangePercent");
    }
}
