package com.example;

import static com.example.TinyMarket.AWAY;
import static com.example.TinyMarket.HOME;
import static com.example.TinyMarket.POOL;
import static com.example.TinyMarket.SPOT;
import static com.example.TinyMarket.USDC;
import static com.example.TinyMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each station of the example's trip, to the base unit, while a rival once moves the pool's price away from it. */
class LiquidityTripTest {
    private static final int MINE = TinyMarket.SPEC.participant("mine");
    private static final Map<String, String> SETTINGS = Map.of(
            "exchange", "spot",
            "bridge", "bridge",
            "pool", "away-ETH-USDC",
            "partner", "other",
            "amount", "10000",
            "return-seconds", "60");

    private final TinyMarket market = new TinyMarket();
    private boolean rivalled;

    @BeforeEach
    void run() {
        market.run(LiquidityTrip::new, SETTINGS, this::other);
    }

    /** Buys ahead of the batch: when the dollars have arrived, in the same block, for a higher tip. */
    private List<MarketCommand> other(Observation observation) {
        if (rivalled || market.balance("mine", AWAY, USDC).isZero()) {
            return List.of();
        }
        rivalled = true;
        Call swap = new Call.Swap(List.of(POOL), USDC, units(USDC, "50000"), UInt256.ZERO);
        long gwei = 1_000_000_000L;
        return List.of(new MarketCommand.SubmitTransaction(
                AWAY,
                swap,
                MarketCommand.NEXT_NONCE,
                MarketCommand.ENOUGH_GAS,
                10 * gwei,
                5 * gwei,
                MarketCommand.NO_DEADLINE));
    }

    private List<String> executed() {
        return market.events(MarketEvent.TransactionExecuted.class).stream()
                .filter(event -> event.participant() == MINE)
                .map(event -> event.call() + " " + (event.succeeded() ? "ok" : event.reason()))
                .toList();
    }

    private List<TransportEvent.FundsArrived> arrived() {
        return market.events(TransportEvent.FundsArrived.class);
    }

    private List<MarketEvent.PoolSwapped> swaps() {
        return market.events(MarketEvent.PoolSwapped.class);
    }

    private List<MarketEvent.LiquidityChanged> changes() {
        return market.events(MarketEvent.LiquidityChanged.class);
    }

    @Test
    void sendsOneTransactionAfterTheOtherAndTheRefusedOneAgain() {
        assertThat(executed())
                .containsExactly(
                        "BridgeTransfer ok",
                        "Batch UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT",
                        "Batch ok",
                        "RemoveLiquidity ok",
                        "Swap ok",
                        "Batch ok");
    }

    @Test
    void theWithdrawalArrivesOnTheChainAndTheTransferOnTheOtherLessTheFee() {
        assertThat(arrived().getFirst()).satisfies(event -> {
            assertThat(event.place()).isEqualTo(HOME);
            assertThat(event.amount()).isEqualTo(units(USDC, "10000"));
            assertThat(event.via()).isEqualTo("spot");
        });
        assertThat(arrived().get(1)).satisfies(event -> {
            assertThat(event.place()).isEqualTo(AWAY);
            assertThat(event.amount()).isEqualTo(units(USDC, "9996"));
            assertThat(event.via()).isEqualTo("bridge");
        });
        assertThat(market.balance("mine", HOME, USDC)).isEqualTo(UInt256.ZERO);
    }

    /** The reverted batch left no swap behind: the rival's, the one of the batch, the one after. */
    @Test
    void everySwapPaysWhatThePoolsFormulaSays() {
        assertThat(swaps()).extracting(MarketEvent.PoolSwapped::participant).containsExactly(0, MINE, MINE);
        BigInteger eth = TinyMarket.RESERVE_ETH.toBigInteger();
        BigInteger usdc = TinyMarket.RESERVE_USDC.toBigInteger();
        for (MarketEvent event : market.events) {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                BigInteger in = swap.amountIn().toBigInteger();
                BigInteger out = swap.amountOut().toBigInteger();
                assertThat(out).isEqualTo(swap.zeroForOne() ? amountOut(in, eth, usdc) : amountOut(in, usdc, eth));
                eth = swap.zeroForOne() ? eth.add(in) : eth.subtract(out);
                usdc = swap.zeroForOne() ? usdc.subtract(out) : usdc.add(in);
            } else if (event instanceof MarketEvent.LiquidityChanged change) {
                BigInteger sign = change.added() ? BigInteger.ONE : BigInteger.ONE.negate();
                eth = eth.add(sign.multiply(change.amount0().toBigInteger()));
                usdc = usdc.add(sign.multiply(change.amount1().toBigInteger()));
            }
        }
        assertThat(reserves(market).reserve0().toBigInteger()).isEqualTo(eth);
        assertThat(reserves(market).reserve1().toBigInteger()).isEqualTo(usdc);
    }

    private static BigInteger amountOut(BigInteger in, BigInteger reserveIn, BigInteger reserveOut) {
        BigInteger afterFee = in.multiply(BigInteger.valueOf(997));
        return afterFee.multiply(reserveOut)
                .divide(reserveIn.multiply(BigInteger.valueOf(1000)).add(afterFee));
    }

    @Test
    void theSharesThatItGotAreTheSharesThatItGivesBack() {
        assertThat(changes()).hasSize(2);
        MarketEvent.LiquidityChanged added = changes().getFirst();
        MarketEvent.LiquidityChanged removed = changes().getLast();
        assertThat(added.added()).isTrue();
        assertThat(added.shares()).isGreaterThan(UInt256.ZERO);
        assertThat(removed.added()).isFalse();
        assertThat(removed.shares()).isEqualTo(added.shares());
        assertThat(market.environment.market().engine().shares(MINE, POOL)).isEqualTo(UInt256.ZERO);
    }

    /** The swap's minimum was missed, so the liquidity was not added either: only the gas is gone. */
    @Test
    void aBatchIsDoneWholeOrNotAtAll() {
        MarketEvent.PoolSwapped swap = swaps().get(1);
        MarketEvent.LiquidityChanged added = changes().getFirst();
        assertThat(swap.timeNanos()).isEqualTo(added.timeNanos());
        assertThat(swap.amountIn()).isEqualTo(units(USDC, "4998"));
        assertThat(market.events(MarketEvent.TransactionExecuted.class))
                .filteredOn(event -> event.participant() == MINE && event.call().equals("Batch"))
                .extracting(MarketEvent.TransactionExecuted::timeNanos)
                .element(1)
                .isEqualTo(swap.timeNanos());
    }

    @Test
    void theRestIsDepositedAndATenthGoesToThePartner() {
        TransportEvent.FundsArrived deposit = arrived().getLast();
        assertThat(deposit.place()).isEqualTo(SPOT);
        assertThat(market.balance("mine", SPOT, USDC))
                .isEqualTo(units(USDC, "90000").plusExact(deposit.amount()));
        UInt256 share = market.balance("other", AWAY, USDC).minusExact(units(USDC, "50000"));
        assertThat(share).isEqualTo(deposit.amount().plusExact(share).dividedBy(UInt256.of(10)));
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(UInt256.ZERO);
    }

    private static V2Pair reserves(TinyMarket market) {
        return market.environment.market().engine().venue(POOL, V2Pair.class).orElseThrow();
    }
}
