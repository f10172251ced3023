package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * A protocol whose contracts are venues: each is described in a scenario's {@code venues} under {@link #name} as its kind.
 *
 * @param <S> what the scenario says of one
 * @param <C> its contract
 */
public interface VenueKind<S extends VenueSpec.OnChain, C extends Contract> extends Kind {
    /** The record of one venue, which is this kind's alone. */
    Class<S> spec();

    /** One sentence for {@code catallaxy list venues}. */
    String summary();

    /** What it does, its formula and its source, in lines ready to be shown. */
    String detail();

    /** How an entry names its assets. */
    default VenueAssets assets() {
        return VenueAssets.PAIR;
    }

    /** The keys of an entry beside {@code kind}, {@code chain} and those of its assets. */
    List<VenueKey> keys();

    /**
     * The names of the venues that an entry makes, in the order in which {@link #read} gives them: its own name where it is of two
     * assets, {@code pool.ETH-USDC} and so on for the pairs of a list of more. Of a pair, the earlier of the list is the base.
     *
     * @param assets symbols in the entry's order, as they are written there, right or wrong; none of a {@link VenueAssets#PAIR}
     */
    default List<String> venues(String name, List<String> assets) {
        return VenueAssets.pairs(name, assets);
    }

    /** Reads the venues that an entry of a scenario makes. */
    List<S> read(VenueSettings settings);

    /**
     * A contract at time zero, with its accounts open and what the scenario gives it.
     *
     * @param spec of the first of the venues that share the contract
     * @throws IllegalArgumentException if what the scenario says cannot be
     */
    C deploy(S spec, Deployment at);

    /** Reads back what the contract's {@code save} wrote. */
    C load(S spec, int venue, StateReader in);

    /** Gas units of a call of one of these venues that succeeds in the usual case, beside its transaction's. */
    long gas(Call.OfVenue call);

    /** Gas units of a swap's way through one of these venues in the usual case; 0 if none leads through. */
    long hopGas();

    /** Gas units that suffice for such a way, whatever state it meets, or nearly; by default those of the usual case. */
    default long hopGasAtMost() {
        return hopGas();
    }

    /** What its venues offer: {@code Quoting}, {@code Liquidity} and the like. */
    List<Class<?>> capabilities();

    /** Those of them that one venue offers, as far as its spec says so; by default all. */
    default List<Class<?>> capabilities(S spec) {
        return capabilities();
    }

    /**
     * One of the {@link #capabilities} of a venue, looking at a contract and a ledger that stay the market's. What belongs to a contract
     * as a whole, as claims on it do, the first of its venues offers alone.
     */
    <T> Optional<T> as(Class<T> capability, S spec, int venue, C contract, Ledger ledger);

    /**
     * The same where it depends on the market around the venue, too: on the time, on prices. By default what it offers without.
     *
     * @param market at which it may look whenever it is asked something, not before
     */
    default <T> Optional<T> as(Class<T> capability, S spec, int venue, C contract, Ledger ledger, MarketView market) {
        return as(capability, spec, venue, contract, ledger);
    }
}
