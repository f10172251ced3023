package catallaxy.environment.market.engine;

import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.bridge.Bridge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** What participants may claim from all venues and bridges of a market, less what they owe; prices are of whole units, by index of the asset. */
public final class SeenClaims {
    private final Accounts accounts;
    private final List<At> venues;
    private final List<SeenMargins> margined;

    /** The claims on one venue, and the place at which the accounts are that have them. */
    private record At(int place, Claims claims) {}

    private SeenClaims(Accounts accounts, List<At> venues, List<SeenMargins> margined) {
        this.accounts = accounts;
        this.venues = venues;
        this.margined = margined;
    }

    static SeenClaims of(MarketState state, IntFunction<Optional<Claims>> ofVenue) {
        List<At> venues = new ArrayList<>();
        for (int venue : state.layout.chainVenues()) {
            int place = state.layout.spec().placeOfVenue(venue);
            ofVenue.apply(venue).ifPresent(claims -> venues.add(new At(place, claims)));
        }
        for (Bridge bridge : state.bridges) {
            bridge.claims(state.settlement.ledger()).ifPresent(claims -> {
                venues.add(new At(bridge.spec().homeChain(), claims));
                venues.add(new At(bridge.spec().remoteChain(), claims));
            });
        }
        List<SeenMargins> margined = Arrays.stream(state.layout.derivativeVenues())
                .mapToObj(venue -> new SeenMargins(state, venue))
                .toList();
        return new SeenClaims(state.settlement.accounts(), List.copyOf(venues), margined);
    }

    /** Worth of a participant's claims; 0 where it has none. */
    public double worth(int participant, IntToDoubleFunction prices) {
        double worth = 0;
        for (At each : venues) {
            worth += each.claims().worth(accounts.free(participant, each.place()), prices);
        }
        for (SeenMargins each : margined) {
            worth += each.unsettled(participant, prices);
        }
        return worth;
    }

    /** Whole units of an asset in a participant's claims. */
    public double quantity(int participant, int asset, IntToDoubleFunction prices) {
        double quantity = 0;
        for (At each : venues) {
            quantity += each.claims().quantity(accounts.free(participant, each.place()), asset, prices);
        }
        for (SeenMargins each : margined) {
            quantity += each.unsettledQuantity(participant, asset);
        }
        return quantity;
    }
}
