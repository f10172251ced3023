package catallaxy.environment.market.exchange;

import static catallaxy.environment.market.exchange.TestExchange.A;
import static catallaxy.environment.market.exchange.TestExchange.B;
import static catallaxy.environment.market.exchange.TestExchange.BASE;
import static catallaxy.environment.market.exchange.TestExchange.C;
import static catallaxy.environment.market.exchange.TestExchange.LOT;
import static catallaxy.environment.market.exchange.TestExchange.QUOTE;
import static catallaxy.environment.market.exchange.TestExchange.START;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.trace.BookEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds, matches, fees and refusals of an exchange, unit by unit. */
class ExchangeTest {
    private static final List<TimeInForce> FORCES = List.of(TimeInForce.values());
    private final TestExchange spot = new TestExchange();

    @Test
    void aBuyHoldsItsPriceAndTheDearerFeeRoundedUpPerLot() {
        assertThat(spot.buy(A, 1, 7, 5)).isEmpty();
        assertThat(spot.held(A, QUOTE)).isEqualTo(5 * (21 + 1));
        assertThat(spot.free(A, QUOTE)).isEqualTo(START - 110);
        assertThat(spot.events).containsExactly(new BookEvent.OrderRested(5, 0, A, 1, Side.BUY, 7, 5));
    }

    @Test
    void aSaleHoldsItsLots() {
        assertThat(spot.sell(A, 1, 7, 5)).isEmpty();
        assertThat(spot.held(A, BASE)).isEqualTo(5 * LOT);
        assertThat(spot.free(A, BASE)).isEqualTo(START - 5 * LOT);
        assertThat(spot.held(A, QUOTE)).isZero();
    }

    @Test
    void aChangeThatMustNotTakeIsRefusedWhereItWouldAndLeavesTheOrderAsItWas() {
        spot.sell(B, 9, 8, 5);
        spot.buy(A, 1, 6, 5);
        long held = spot.held(A, QUOTE);
        assertThat(spot.replacePostOnly(A, 1, 8, 5)).contains(Rejection.POST_ONLY_WOULD_TAKE);
        assertThat(spot.held(A, QUOTE)).isEqualTo(held);
        assertThat(spot.market.orders(A)).containsExactly(new OpenOrder(1, Side.BUY, 6, 5));
        assertThat(spot.replacePostOnly(A, 1, 7, 5)).isEmpty();
        assertThat(spot.market.orders(A)).containsExactly(new OpenOrder(1, Side.BUY, 7, 5));
        assertThat(spot.replace(A, 1, 8, 5)).as("one that may take").isEmpty();
        assertThat(spot.market.orders(A)).isEmpty();
    }

    @Test
    void aCancelledOrderGivesBackWhatItHeld() {
        spot.buy(A, 1, 7, 5);
        spot.sell(A, 2, 9, 5);
        assertThat(spot.cancel(A, 1)).isEmpty();
        assertThat(spot.cancel(A, 2)).isEmpty();
        assertThat(spot.free(A, QUOTE)).isEqualTo(START);
        assertThat(spot.free(A, BASE)).isEqualTo(START);
        assertThat(spot.only(BookEvent.OrderCancelled.class))
                .containsExactly(
                        new BookEvent.OrderCancelled(6, 0, A, 1, 5, "REQUESTED"),
                        new BookEvent.OrderCancelled(6, 0, A, 2, 5, "REQUESTED"));
        assertThat(spot.cancel(A, 1)).contains(Rejection.UNKNOWN_ORDER);
    }

    /** 5 lots at 7 ticks are 105 units: 1.05 for the maker and 2.625 for the taker. */
    @Test
    void aBuyingTakerPaysTheMakersPriceAndBothFeesAreRoundedUp() {
        spot.sell(B, 9, 7, 5);
        assertThat(spot.buy(A, 1, 8, 5)).isEmpty();
        assertThat(spot.free(A, QUOTE)).isEqualTo(START - 105 - 3);
        assertThat(spot.free(A, BASE)).isEqualTo(START + 5 * LOT);
        assertThat(spot.free(B, QUOTE)).isEqualTo(START + 105 - 2);
        assertThat(spot.fees()).isEqualTo(5);
        assertThat(spot.held(A, QUOTE) + spot.held(B, BASE)).isZero();
        assertThat(spot.only(BookEvent.OrderFilled.class))
                .containsExactly(new BookEvent.OrderFilled(5, 0, B, A, 9, 1, Side.BUY, 7, 5, 2, 3));
        assertThat(spot.settlement.totals(A).tradedQuote()).isEqualTo(1.05);
        assertThat(spot.settlement.totals(A).feesPaidQuote()).isEqualTo(0.03);
        assertThat(spot.settlement.totals(B).feesPaidQuote()).isEqualTo(0.02);
        assertThat(spot.settlement.totals(B).fills()).isEqualTo(1);
        assertThat(spot.settlement.turnover(0)).isEqualTo(1.05);
    }

    /** 4 of 10 lots: 84 units, 0.84 for the maker and 2.1 for the taker, and 88 that were held for them. */
    @Test
    void aPartialFillReleasesWhatItsLotsHeldTooMuch() {
        spot.buy(A, 1, 7, 10);
        assertThat(spot.sell(B, 2, 6, 4)).isEmpty();
        assertThat(spot.held(A, QUOTE)).isEqualTo(6 * 22);
        assertThat(spot.free(A, QUOTE)).isEqualTo(START - 6 * 22 - 84 - 1);
        assertThat(spot.free(B, QUOTE)).isEqualTo(START + 84 - 3);
        assertThat(spot.market.openLots(A, 1)).isEqualTo(6);
        spot.cancel(A, 1);
        assertThat(spot.held(A, QUOTE)).isZero();
        assertThat(spot.free(A, QUOTE)).isEqualTo(START - 85);
        assertThat(spot.only(BookEvent.OrderCancelled.class).getFirst().lots()).isEqualTo(6);
    }

    @Test
    void whatGoodTillCancelledDoesNotTakeRests() {
        spot.sell(B, 2, 7, 4);
        assertThat(spot.buy(A, 1, 8, 10)).isEmpty();
        assertThat(spot.market.openLots(A, 1)).isEqualTo(6);
        assertThat(spot.held(A, QUOTE)).as("24 + 1 a lot at 8 ticks").isEqualTo(6 * 25);
        assertThat(spot.events).endsWith(new BookEvent.OrderRested(5, 0, A, 1, Side.BUY, 8, 6));
    }

    @Test
    void immediateOrCancelTakesWhatThereIsAndReleasesTheRest() {
        spot.sell(B, 2, 7, 4);
        assertThat(spot.place(A, Side.BUY, TimeInForce.IOC, 1, 8, 10)).isEmpty();
        assertThat(spot.free(A, QUOTE)).isEqualTo(START - 84 - 3);
        assertThat(spot.held(A, QUOTE)).isZero();
        assertThat(spot.events).endsWith(new BookEvent.OrderCancelled(5, 0, A, 1, 6, "UNFILLED"));
    }

    @Test
    void fillOrKillTakesAllOrNothing() {
        spot.sell(B, 2, 7, 4);
        spot.events.clear();
        assertThat(spot.place(A, Side.BUY, TimeInForce.FOK, 1, 8, 5)).contains(Rejection.FILL_OR_KILL_NOT_FILLED);
        assertThat(spot.free(A, QUOTE)).isEqualTo(START);
        assertThat(spot.events).isEmpty();
        assertThat(spot.place(A, Side.BUY, TimeInForce.FOK, 1, 7, 4)).isEmpty();
        assertThat(spot.free(A, BASE)).isEqualTo(START + 4 * LOT);
    }

    @Test
    void postOnlyRestsOrIsRefused() {
        spot.sell(B, 2, 7, 4);
        assertThat(spot.place(A, Side.BUY, TimeInForce.POST_ONLY, 1, 7, 1)).contains(Rejection.POST_ONLY_WOULD_TAKE);
        assertThat(spot.free(A, QUOTE)).isEqualTo(START);
        assertThat(spot.place(A, Side.BUY, TimeInForce.POST_ONLY, 1, 6, 1)).isEmpty();
        assertThat(spot.market.openLots(A, 1)).isEqualTo(1);
        assertThat(spot.only(BookEvent.OrderFilled.class)).isEmpty();
    }

    @Test
    void nobodyTradesWithHimselfAndTheRestingOrderGivesBackItsHold() {
        spot.sell(A, 1, 7, 5);
        spot.sell(B, 2, 7, 3);
        assertThat(spot.buy(A, 3, 7, 4)).isEmpty();
        assertThat(spot.only(BookEvent.OrderCancelled.class))
                .containsExactly(new BookEvent.OrderCancelled(5, 0, A, 1, 5, "SELF_TRADE"));
        assertThat(spot.only(BookEvent.OrderFilled.class)).hasSize(1);
        assertThat(spot.held(A, BASE)).isZero();
        assertThat(spot.free(A, BASE)).isEqualTo(START + 3 * LOT);
        assertThat(spot.held(A, QUOTE)).as("the fourth lot rests").isEqualTo(22);
        assertThat(spot.fees()).as("0.63 and 1.575 of 63").isEqualTo(1 + 2);
    }

    @Test
    void aMarketOrderHoldsAtThePriceAtWhichItEnds() {
        spot.sell(B, 1, 7, 2);
        spot.sell(C, 2, 9, 2);
        assertThat(spot.place(A, Side.BUY, TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, 3))
                .isEmpty();
        assertThat(spot.free(A, QUOTE)).as("42 + 2 and 27 + 1").isEqualTo(START - 44 - 28);
        assertThat(spot.held(A, QUOTE)).isZero();
        assertThat(spot.place(A, Side.SELL, TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, 3))
                .contains(Rejection.NO_LIQUIDITY);
    }

    @Test
    void oneUnitDecidesWhetherAnOrderIsCovered() {
        assertThat(spot.buy(A, 1, 7, START / 22 + 1)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(spot.buy(A, 1, 7, START / 22)).isEmpty();
        assertThat(spot.free(A, QUOTE)).isEqualTo(START % 22);
        assertThat(spot.sell(B, 1, 8, START / LOT + 1)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(spot.sell(B, 1, 8, START / LOT)).isEmpty();
        assertThat(spot.sell(B, 2, 8, 1)).contains(Rejection.INSUFFICIENT_BALANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "GTC, 1, 7, 0, INVALID_LOTS",
        "GTC, 1, 7, -1, INVALID_LOTS",
        "GTC, -1, 7, 1, INVALID_ORDER_ID",
        "GTC, 1099511627776, 7, 1, INVALID_ORDER_ID",
        "GTC, 1, -1, 1, INVALID_PRICE",
        "GTC, 1, 0, 1, INVALID_PRICE",
        "POST_ONLY, 1, 0, 1, INVALID_PRICE",
        "IOC, 1, 0, 1, NO_LIQUIDITY",
        "GTC, 1, 1537228672810, 1, ORDER_TOO_LARGE",
        "GTC, 1, 1, 1537228672810, ORDER_TOO_LARGE",
        "GTC, 1, 1537228672809, 1, INSUFFICIENT_BALANCE",
        "GTC, 1, 1, 1537228672809, INSUFFICIENT_BALANCE",
    })
    void refusesWhatMakesNoSense(TimeInForce force, long id, long ticks, long lots, Rejection expected) {
        assertThat(spot.place(A, Side.BUY, force, id, ticks, lots)).contains(expected);
        assertThat(spot.free(A, QUOTE)).isEqualTo(START);
        assertThat(spot.events).isEmpty();
    }

    @Test
    void anOrderNumberIsItsOwnersAndUsedOnceAtATime() {
        spot.buy(A, 1, 7, 5);
        assertThat(spot.buy(A, 1, 6, 2)).contains(Rejection.DUPLICATE_ORDER);
        assertThat(spot.held(A, QUOTE)).as("only the first holds").isEqualTo(110);
        assertThat(spot.buy(B, 1, 6, 2)).as("another's number").isEmpty();
        assertThat(spot.cancel(C, 1)).contains(Rejection.UNKNOWN_ORDER);
        assertThat(spot.cancel(A, -1)).contains(Rejection.UNKNOWN_ORDER);
        assertThat(spot.cancel(A, 1L << 40)).contains(Rejection.UNKNOWN_ORDER);
        spot.cancel(A, 1);
        assertThat(spot.buy(A, 1, 6, 2)).as("free again").isEmpty();
    }

    @Test
    void aReplacementHoldsTheNewAmountOrLeavesTheOldOrder() {
        spot.buy(A, 1, 7, 5);
        assertThat(spot.replace(A, 1, 8, 10)).isEmpty();
        assertThat(spot.held(A, QUOTE)).isEqualTo(10 * 25);
        assertThat(spot.replace(A, 1, 8, 1_000_000)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(spot.replace(A, 1, 8, 0)).contains(Rejection.INVALID_LOTS);
        assertThat(spot.replace(A, 1, 0, 10)).contains(Rejection.INVALID_PRICE);
        assertThat(spot.replace(A, 2, 8, 10)).contains(Rejection.UNKNOWN_ORDER);
        assertThat(spot.replace(A, -1, 8, 10)).contains(Rejection.UNKNOWN_ORDER);
        assertThat(spot.held(A, QUOTE)).isEqualTo(10 * 25);
        assertThat(spot.market.openLots(A, 1)).isEqualTo(10);
        spot.sell(B, 5, 9, 4);
        assertThat(spot.replace(A, 1, 9, 6)).isEmpty();
        assertThat(spot.held(A, QUOTE)).as("2 of 6 rest, 27 + 1 each").isEqualTo(2 * 28);
        assertThat(spot.free(B, QUOTE)).isEqualTo(START + 4 * 27 - 2);
    }

    @Test
    void cancelsAllOfOneBidsFirstAndBestFirst() {
        spot.sell(A, 1, 12, 1);
        spot.sell(A, 2, 11, 1);
        spot.buy(A, 3, 5, 1);
        spot.buy(A, 4, 6, 1);
        spot.buy(B, 5, 6, 1);
        spot.exchange.cancelAll(spot.settlement, 9, spot.market, A);
        assertThat(spot.only(BookEvent.OrderCancelled.class))
                .extracting(BookEvent.OrderCancelled::clientOrderId)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(spot.free(A, QUOTE) + spot.free(A, BASE)).isEqualTo(2 * START);
        assertThat(spot.market.openLots(B, 5)).isEqualTo(1);
    }

    /** Whatever is commanded, what is held is what the open orders need, and nothing is made or lost. */
    @ParameterizedTest
    @EnumSource(SelfTradePrevention.class)
    void holdsAreWhatTheOpenOrdersNeed(SelfTradePrevention prevention) {
        Set<Optional<Rejection>> outcomes = new LinkedHashSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            TestExchange each = new TestExchange(prevention);
            for (int i = 0; i < 300; i++) {
                outcomes.add(command(each, random, i));
                for (int who = A; who <= C; who++) {
                    assertThat(each.held(who, QUOTE)).as("seed %d, %d", seed, i).isEqualTo(each.needed(who, QUOTE));
                    assertThat(each.held(who, BASE)).as("seed %d, %d", seed, i).isEqualTo(each.needed(who, BASE));
                }
            }
            assertThat(each.settlement.ledger().check().violations()).isEmpty();
            long fees = each.only(BookEvent.OrderFilled.class).stream()
                    .mapToLong(fill -> fill.makerFee() + fill.takerFee())
                    .sum();
            assertThat(each.fees()).as("seed %d", seed).isEqualTo(fees).isPositive();
        }
        assertThat(outcomes)
                .contains(Optional.empty(), Optional.of(Rejection.INSUFFICIENT_BALANCE))
                .contains(Optional.of(Rejection.POST_ONLY_WOULD_TAKE), Optional.of(Rejection.FILL_OR_KILL_NOT_FILLED));
    }

    private static Optional<Rejection> command(TestExchange each, Random random, int id) {
        int who = random.nextInt(3);
        long ticks = 40L + random.nextInt(20);
        long lots = 1L + random.nextInt(random.nextInt(8) == 0 ? 900 : 30);
        return switch (random.nextInt(8)) {
            case 0 -> each.cancel(who, random.nextInt(id + 1));
            case 1, 2 -> each.replace(who, random.nextInt(id + 1), ticks, lots);
            default -> {
                TimeInForce force = FORCES.get(random.nextInt(FORCES.size()));
                yield each.place(who, random.nextBoolean() ? Side.BUY : Side.SELL, force, id, ticks, lots);
            }
        };
    }
}
