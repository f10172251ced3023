package catallaxy.scenarios.folder;

import java.util.List;

/**
 * A row of {@code trades.csv}: an execution of an agent, which bought or sold {@code base} for {@code quote}. A {@link Number}
 * is the exact decimal where a run writes it, and a double where it is read, {@code NaN} where unknown.
 *
 * @param timeSeconds simulated
 * @param side        {@code buy} or {@code sell}
 * @param price       in units of {@code quote}
 * @param notional    in {@code quote}
 * @param fee         in {@code quote}
 * @param gas         in the run's quote asset
 * @param liquidity   {@code maker}, {@code taker} or {@code pool}
 * @param reference   the order or the transaction that it belongs to
 */
public record TradeRow(
        Number timeSeconds,
        String agent,
        String venue,
        String side,
        String base,
        String quote,
        Number quantity,
        Number price,
        Number notional,
        Number fee,
        double gas,
        String liquidity,
        String reference)
        implements Row {
    @Override
    public List<Object> cells() {
        return List.of(
                timeSeconds,
                agent,
                venue,
                side,
                base,
                quote,
                quantity,
                price,
                notional,
                fee,
                gas,
                liquidity,
                reference);
    }
}
