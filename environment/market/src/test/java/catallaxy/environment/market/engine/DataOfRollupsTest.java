package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.BlobFork;
import catallaxy.environment.market.chain.BlobSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ChainSpec.Reorganisations;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.Gas;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A rollup whose users pay for the blobs of another chain. */
final class DataOfRollupsTest {
    private static final long SECOND = 1_000_000_000L;

    private static ChainSpec with(ChainSpec chain, BlobFork fork, String settlesOn, Reorganisations so) {
        return chain.with(new ChainSpec.Permanence(so))
                .with(new BlobSpec(fork, BlobSpec.NONE.blobs()), new DataSpec(settlesOn, DataSpec.NONE.data()));
    }

    private static EngineSpec spec(BlobFork fork, String settlesOn, Reorganisations so) {
        EngineSpec known = TestMarket.spec(0, 0);
        ChainSpec rollup = known.chains().getLast();
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(
                        with(known.chains().getFirst(), fork, DataSpec.NOWHERE, Reorganisations.NONE),
                        with(rollup, BlobFork.NONE, settlesOn, so)),
                List.of(new ExchangeSpec("spot", 100, 400, 5_000_000, 0.1, 6, 600 * SECOND)),
                known.venues(),
                known.bridges(),
                known.world());
    }

    /** A market with two participants, and the fees that its trace tells. */
    private static final class Town {
        final MarketEngine market;
        final List<UInt256> told = new ArrayList<>();

        Town(EngineSpec spec) {
            market = MarketEngine.of(spec, 5);
            market.openParticipant("one", TestMarket.plenty());
            market.openParticipant("other", TestMarket.plenty());
            market.observe(event -> {
                if (event instanceof MarketEvent.DataPaid paid) {
                    assertThat(paid.chain()).isEqualTo(ROLLUP);
                    told.add(paid.feeWei());
                }
            });
        }

        Town runUntil(long seconds) {
            while (market.hasEventUntil(seconds * SECOND)) {
                market.advance();
            }
            return this;
        }

        Town send(Call call) {
            market.submit(0, market.chain(ROLLUP).transaction(call, MarketCommand.NO_DEADLINE));
            return this;
        }

        UInt256 wei(int participant) {
            return market.balance(participant, ROLLUP, ETH);
        }

        UInt256 collected() {
            return market.ledger().balance(market.ledger().account("rollup/data"), ETH);
        }
    }

    private static Town town(String settlesOn) {
        return new Town(spec(BlobFork.OSAKA, settlesOn, Reorganisations.NONE));
    }

    private static Call pay() {
        return new Call.Transfer(1, USDC, UInt256.of(1_000_000));
    }

    /** The fee is the rule's at the other chain's base fees, and all that differs from a rollup that charges for gas alone. */
    @Test
    void whatIsShownIsChargedAndCollected() {
        Town charged = town("mainnet").runUntil(100);
        Town plain = town(DataSpec.NOWHERE).runUntil(100);
        long base = charged.market.chain(MAINNET).baseFeeWei();
        long blob = charged.market.chain(MAINNET).blobBaseFeeWei();
        UInt256 fee = charged.market.chain(ROLLUP).dataFeeWei(pay());
        assertThat(fee).isEqualTo(DataSpec.NONE.data().wei(4 + 3 * 32, base, blob));
        assertThat(charged.market.chain(MAINNET).dataFeeWei(pay()).isZero()).isTrue();
        assertThat(plain.market.chain(ROLLUP).dataFeeWei(pay()).isZero()).isTrue();
        charged.send(pay()).runUntil(104);
        plain.send(pay()).runUntil(104);
        assertThat(charged.told).containsExactly(fee);
        assertThat(charged.collected()).isEqualTo(fee);
        assertThat(charged.wei(0)).isEqualTo(plain.wei(0).minusExact(fee));
        double more =
                charged.market.totals(0).gasPaidQuote() - plain.market.totals(0).gasPaidQuote();
        assertThat(more).isCloseTo(fee.doubleValue() / 1e18 * 2_000, within(1e-9));
        assertThat(charged.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void estimatesAndReservesCountIt() {
        Town charged = town("mainnet");
        Town plain = town(DataSpec.NOWHERE);
        double fee = charged.market.chain(ROLLUP).dataFeeWei(pay()).doubleValue() / 1e18;
        assertThat(Gas.costQuote(charged.market, ROLLUP, pay()) - Gas.costQuote(plain.market, ROLLUP, pay()))
                .isCloseTo(fee * 2_000, within(1e-9));
        Call swap = new Call.Swap(List.of(TestMarket.ETH_ROLLUP), ETH, UInt256.ONE, UInt256.ZERO);
        double ofSwap = charged.market.chain(ROLLUP).dataFeeWei(swap).doubleValue() / 1e18;
        assertThat(ofSwap).isGreaterThan(fee);
        assertThat(Gas.ofSwapQuote(charged.market, TestMarket.ETH_ROLLUP)
                        - Gas.ofSwapQuote(plain.market, TestMarket.ETH_ROLLUP))
                .isCloseTo(ofSwap * 2_000, within(1e-9));
        assertThat(Gas.reserve(charged.market, ROLLUP) - Gas.reserve(plain.market, ROLLUP))
                .isCloseTo(20 * ofSwap, within(1e-12));
        assertThat(Gas.reserve(charged.market, MAINNET)).isEqualTo(Gas.reserve(plain.market, MAINNET));
    }

    /** Copies, saved ones and originals go on alike, whatever was replaced meanwhile, and the account holds what stands. */
    @Test
    void blocksThatAreReplacedGiveTheFeesBack() {
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "data of rollups");
            Town town = new Town(spec(BlobFork.BPO1, "mainnet", new Reorganisations(0, 5)));
            for (int round = 1; round <= 20; round++) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    town.send(pay());
                }
                town.runUntil(20 + 4L * round);
                UInt256 before = town.collected();
                int depth = random.nextInt(4);
                if (depth > 0) {
                    town.market.reorganise(ROLLUP, depth);
                    assertThat(before.isAtLeast(town.collected())).isTrue();
                }
                assertThat(town.market.checkConservation().violations())
                        .as("seed %d, round %d", seed, round)
                        .isEmpty();
            }
            town.market.reorganise(ROLLUP, 5);
            MarketEngine restored = restored(town);
            town.runUntil(200);
            while (restored.hasEventUntil(200 * SECOND)) {
                restored.advance();
            }
            assertThat(saved(restored)).as("seed %d", seed).isEqualTo(saved(town.market));
            assertThat(town.told.size()).isGreaterThan(10);
            assertThat(town.collected().isZero()).isFalse();
        }
    }

    private static byte[] saved(MarketEngine market) {
        StateWriter out = new StateWriter();
        market.save(out);
        return out.toBytes();
    }

    private static MarketEngine restored(Town town) {
        return town.market.restored(new StateReader(saved(town.market)));
    }

    @Test
    void aRollupSettlesOnAnotherChainThatHasBlobsAndTheSameGas() {
        assertThat(spec(BlobFork.OSAKA, "mainnet", Reorganisations.NONE).settlesOn(ROLLUP))
                .isEqualTo(OptionalInt.of(MAINNET));
        assertThat(spec(BlobFork.OSAKA, DataSpec.NOWHERE, Reorganisations.NONE).settlesOn(ROLLUP))
                .isEmpty();
        refuses(BlobFork.NONE, "mainnet", "a chain with blobs");
        refuses(BlobFork.OSAKA, "rollup", "none or another chain");
        refuses(BlobFork.OSAKA, "spot", "none or another chain");
    }

    private static void refuses(BlobFork fork, String settlesOn, String expected) {
        assertThatThrownBy(() -> spec(fork, settlesOn, Reorganisations.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settles-on of rollup: expected " + expected)
                .hasMessageContaining("found " + settlesOn);
    }
}
