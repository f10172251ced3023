package catallaxy.environment.market.trading;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where flash loans are to be had. Pure functions. */
public final class FlashCredit {
    private FlashCredit() {}

    /** Those of a chain's venues that could lend an amount of an asset now, are none of some, and leave these usable meanwhile; in their order. */
    public static List<FlashLender> lenders(
            MarketView market, int chain, int asset, UInt256 amount, List<Integer> used) {
        return IntStream.range(0, market.map().venues().size())
                .filter(venue -> market.map().venue(venue).place() == chain)
                .mapToObj(venue -> market.venue(venue, FlashLender.class))
                .flatMap(Optional::stream)
                .filter(lender -> lender.flashAssets().contains(asset))
                .filter(lender -> lender.flashMost(asset).isAtLeast(amount))
                .filter(lender -> !used.contains(lender.flashVenue()))
                .filter(lender -> lender.flashLocks().stream().noneMatch(used::contains))
                .toList();
    }

    /**
     * The lender that asks least for an amount; of equal ones the first.
     *
     * @param used venues at which the borrower acts while the loan is out
     */
    public static Optional<FlashLender> cheapest(
            MarketView market, int chain, int asset, UInt256 amount, List<Integer> used) {
        return lenders(market, chain, asset, amount, used).stream()
                .min(Comparator.comparing(lender -> lender.flashFee(asset, amount)));
    }
}
