package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
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

    /** The keys of a venue beside {@code kind}, {@code chain}, {@code base} and {@code quote}. */
    List<VenueKey> keys();

    /** Reads a venue from a scenario. */
    S read(VenueSettings settings);

    /**
     * A venue at time zero, with its accounts open and what the scenario gives it.
     *
     * @throws IllegalArgumentException if what the scenario says cannot be
     */
    C deploy(S spec, Deployment at);

    /** Reads back what the contract's {@code save} wrote. */
    C load(S spec, int venue, StateReader in);

    /** Gas units of a call of one of these venues that succeeds in the usual case, beside its transaction's. */
    long gas(Call.OfVenue call);

    /** Gas units of a swap's way through one of these venues; 0 if none leads through. */
    long hopGas();

    /** What its venues offer: {@code Quoting}, {@code Liquidity} and the like. */
    List<Class<?>> capabilities();

    /** One of the {@link #capabilities} of a venue, looking at a contract and a ledger that stay the market's. */
    <T> Optional<T> as(Class<T> capability, S spec, int venue, C contract, Ledger ledger);
}
