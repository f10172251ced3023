package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;

/**
 * The direct book of exchange-core, set up as its own performance test and engine do: one reused command object,
 * events not pooled (a constant of that release), object pools of the size its matching engine uses.
 */
final class ExchangeCoreBook {
    private final IOrderBook book;
    private final OrderCommand command = new OrderCommand();

    ExchangeCoreBook() {
        CoreSymbolSpecification market = CoreSymbolSpecification.builder()
                .symbolId(1)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
        ObjectsPool pool = new ObjectsPool(Map.of(
                ObjectsPool.DIRECT_ORDER, 1 << 20,
                ObjectsPool.DIRECT_BUCKET, 1 << 16,
                ObjectsPool.ART_NODE_4, 1 << 15,
                ObjectsPool.ART_NODE_16, 1 << 14,
                ObjectsPool.ART_NODE_48, 1 << 13,
                ObjectsPool.ART_NODE_256, 1 << 12));
        book = new OrderBookDirectImpl(
                market, pool, OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER, LoggingConfiguration.DEFAULT);
    }

    int restingOrders() {
        return book.getOrdersNum(OrderAction.ASK) + book.getOrdersNum(OrderAction.BID);
    }

    void replay(CommandTape tape, int commands, TradeTally tally) {
        for (int at = 0; at < commands; at++) {
            read(tape, at);
            if (IOrderBook.processCommand(book, command) != CommandResultCode.SUCCESS) {
                throw new IllegalStateException("command " + at + " was refused: " + command);
            }
            tally(tally);
        }
    }

    private void read(CommandTape tape, int at) {
        int kind = tape.kind(at);
        command.command = kind == CommandTape.MOVE
                ? OrderCommandType.MOVE_ORDER
                : kind == CommandTape.CANCEL ? OrderCommandType.CANCEL_ORDER : OrderCommandType.PLACE_ORDER;
        command.orderType = kind == CommandTape.TAKE ? OrderType.IOC : OrderType.GTC;
        command.orderId = tape.orderId(at);
        command.uid = tape.owner(at);
        command.price = tape.priceTicks(at);
        command.size = tape.lots(at);
        command.action = tape.side(at) == Side.BUY ? OrderAction.BID : OrderAction.ASK;
        command.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
        command.matcherEvent = null;
    }

    private void tally(TradeTally tally) {
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                tally.add(event.matchedOrderId, event.price, event.size);
            }
        }
    }
}
