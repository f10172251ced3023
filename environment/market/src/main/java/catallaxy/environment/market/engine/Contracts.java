package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.CallTable;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Site;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which contracts a scenario has, and at which address each stands: first the services, chain by chain in the order of their kinds'
 * names, then those of venues in the scenario's order, several of which may share one. Immutable; shared by all forks.
 */
final class Contracts {
    private final Kinds kinds;
    private final EngineSpec spec;
    private final CallTable calls;
    private final List<Contract> services = new ArrayList<>();
    /** {@code [chains]}: address of the service that carries out calls of a name. */
    private final List<Map<String, Integer>> serviceOfCall = new ArrayList<>();
    /** {@code [venues]}: the kind of each that is on a chain. */
    private final List<Optional<VenueKind<?, ?>>> kindsOfVenues;
    /** {@code [venues]}: place of each one's contract among those of venues, or {@link Frame#NO_CONTRACT}. */
    private final int[] places;

    /** {@code [contracts of venues]}: the first venue of each. */
    private final int[] firstVenues;

    Contracts(Kinds kinds, EngineSpec spec, Ledger ledger) {
        this.kinds = kinds;
        this.spec = spec;
        this.calls = new CallTable(kinds, spec.venues());
        for (int chain = 0; chain < spec.chains().size(); chain++) {
            serviceOfCall.add(new LinkedHashMap<>());
            openServices(new ChainSite(spec, ledger, chain));
        }
        this.kindsOfVenues = spec.venues().stream()
                .map(venue -> venue instanceof VenueSpec.OnChain contract
                        ? Optional.<VenueKind<?, ?>>of(kinds.venueOf(contract))
                        : Optional.<VenueKind<?, ?>>empty())
                .toList();
        this.places = new int[spec.venues().size()];
        this.firstVenues = share(spec.venues());
    }

    /** What venues that share a contract have in common. */
    private record Shared(int chain, VenueKind<?, ?> kind, Object host) {}

    /** Gives each venue on a chain its contract's place; the first venue of each contract. */
    private int[] share(List<VenueSpec> venues) {
        Map<Shared, Integer> found = new LinkedHashMap<>();
        List<Integer> firsts = new ArrayList<>();
        for (int venue = 0; venue < venues.size(); venue++) {
            places[venue] = Frame.NO_CONTRACT;
            if (venues.get(venue) instanceof VenueSpec.OnChain each) {
                int next = firsts.size();
                places[venue] = found.computeIfAbsent(new Shared(each.chain(), kind(venue), each.host()), _ -> next);
                if (places[venue] == next) {
                    firsts.add(venue);
                }
            }
        }
        return firsts.stream().mapToInt(Integer::intValue).toArray();
    }

    private void openServices(Site site) {
        for (Kind kind : kinds.all()) {
            Optional<Contract> service = kind.onChain(site);
            service.ifPresent(contract -> {
                kind.calls().forEach(call -> serviceOfCall.get(site.chain()).put(call.name(), services.size()));
                services.add(contract);
            });
        }
    }

    /** What a chain's services find. */
    private record ChainSite(EngineSpec spec, Ledger ledger, int chain) implements Site {
        @Override
        public <S> List<S> specs(Class<S> type) {
            Stream<?> all = Stream.of(spec.venues(), spec.bridges(), spec.exchanges(), spec.chains())
                    .flatMap(List::stream);
            return all.filter(type::isInstance).<S>map(type::cast).toList();
        }

        @Override
        public int account(String name) {
            return ledger.account(name);
        }

        @Override
        public int quoteAsset() {
            return spec.quoteAsset();
        }

        @Override
        public int place(String id) {
            return spec.placeOfExchange(spec.exchange(id));
        }
    }

    /** Calls of all kinds. */
    CallTable calls() {
        return calls;
    }

    /** How many addresses are services'. */
    int services() {
        return services.size();
    }

    /** The service at an address. */
    Contract service(int address) {
        return services.get(address);
    }

    /** Address of a chain's service that carries out calls of a name, or {@link Frame#NO_CONTRACT}. */
    int serviceFor(int chain, String call) {
        return serviceOfCall.get(chain).getOrDefault(call, Frame.NO_CONTRACT);
    }

    /** Address of a venue on a chain, or {@link Frame#NO_CONTRACT}. */
    int venue(int chain, int venue) {
        boolean here = venue >= 0
                && venue < places.length
                && spec.venues().get(venue) instanceof VenueSpec.OnChain contract
                && contract.chain() == chain;
        return here ? services.size() + places[venue] : Frame.NO_CONTRACT;
    }

    /** Kind of a venue on a chain. */
    VenueKind<?, ?> kind(int venue) {
        return kindsOfVenues.get(venue).orElseThrow();
    }

    /** How many contracts the venues have. */
    int count() {
        return firstVenues.length;
    }

    /** Place of a venue's contract among those of venues. */
    int place(int venue) {
        return places[venue];
    }

    /** A contract of venues at time zero. */
    Contract deploy(int place, Ledger ledger, Endowing endowing) {
        int venue = firstVenues[place];
        return deploy(kind(venue), new Birth(venue, ledger, spec.placeOfVenue(venue), endowing, sharing(place)));
    }

    private List<Deployment.Shared> sharing(int place) {
        List<Deployment.Shared> sharing = new ArrayList<>();
        for (int venue = 0; venue < places.length; venue++) {
            if (places[venue] == place && spec.venues().get(venue) instanceof VenueSpec.OnChain each) {
                sharing.add(new Deployment.Shared(venue, each));
            }
        }
        return sharing;
    }

    private <S extends VenueSpec.OnChain> Contract deploy(VenueKind<S, ?> kind, Birth birth) {
        return kind.deploy(kind.spec().cast(spec.venues().get(birth.venue())), birth);
    }

    /** Puts new units into an account at a place. */
    @FunctionalInterface
    interface Endowing {
        void endow(int account, int place, int asset, UInt256 amount);
    }

    private record Birth(int venue, Ledger ledger, int place, Endowing endowing, List<Deployment.Shared> sharing)
            implements Deployment {
        @Override
        public void endow(int account, int asset, UInt256 amount) {
            endowing.endow(account, place, asset, amount);
        }
    }

    /**
     * Reads a contract of venues back.
     *
     * @throws CorruptStateException if there is none at this place
     */
    Contract load(int place, StateReader in) {
        if (place < 0 || place >= firstVenues.length) {
            throw new CorruptStateException("contract " + place + " of " + firstVenues.length);
        }
        int venue = firstVenues[place];
        return load(kind(venue), venue, in);
    }

    private <S extends VenueSpec.OnChain> Contract load(VenueKind<S, ?> kind, int venue, StateReader in) {
        return kind.load(kind.spec().cast(spec.venues().get(venue)), venue, in);
    }

    /** What a venue on a chain offers of a capability. */
    <T> Optional<T> as(Class<T> capability, int venue, Contract contract, Ledger ledger, MarketView market) {
        return as(kind(venue), capability, venue, contract, ledger, market);
    }

    @SuppressWarnings("unchecked") // a kind's contracts are those that it deployed or loaded
    private <S extends VenueSpec.OnChain, C extends Contract, T> Optional<T> as(
            VenueKind<S, C> kind, Class<T> capability, int venue, Contract contract, Ledger ledger, MarketView market) {
        S stated = kind.spec().cast(spec.venues().get(venue));
        return kind.as(capability, stated, venue, (C) contract, ledger, market);
    }
}
