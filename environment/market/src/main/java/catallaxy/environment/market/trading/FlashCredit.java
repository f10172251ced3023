package catallaxy.environment.market.trading;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where flash loans are to be had, now and ever. Pure functions. */
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
     * Whether a market has a venue that lends an asset for the length of a call and leaves two others of its chain usable meanwhile, whatever it
     * could lend at a moment.
     */
    public static boolean isThere(List<VenueSpec> venues, VenueSpec.OnChain one, VenueSpec.OnChain other, int asset) {
        return venues.stream()
                .filter(each -> each instanceof VenueSpec.OnChain lender
                        && lender.chain() == one.chain()
                        && !lender.host().equals(one.host())
                        && !lender.host().equals(other.host()))
                .map(VenueSpec.OnChain.class::cast)
                .filter(lender -> lender.assets().contains(asset))
                .anyMatch(lender -> Kinds.registered().capabilities(lender).contains(FlashLender.class));
    }

    /** The lender that asks the least part of what it could lend of an amount; of equal ones who could lend most. */
    public static Optional<FlashLender> best(
            MarketView market, int chain, int asset, UInt256 amount, List<Integer> used) {
        return lenders(market, chain, asset, UInt256.of(1), used).stream()
                .min(Comparator.<FlashLender>comparingDouble(lender -> {
                            UInt256 lent = lendable(lender, asset, amount);
                            return lender.flashFee(asset, lent).doubleValue() / lent.doubleValue();
                        })
                        .thenComparing(lender -> lender.flashMost(asset), Comparator.reverseOrder()));
    }

    /** What a lender could give of an amount now, base units. */
    public static UInt256 lendable(FlashLender lender, int asset, UInt256 amount) {
        UInt256 most = lender.flashMost(asset);
        return most.isLessThan(amount) ? most : amount;
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
