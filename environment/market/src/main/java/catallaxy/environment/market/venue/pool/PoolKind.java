package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueAssets;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A kind of pools of several assets: a scenario's entry names the assets and makes a venue of each pair. A pool of two offers
 * {@link Liquidity}, one of more {@link Claims} at its first venue. Without state.
 *
 * @param <S> what the scenario says of a pair
 */
public abstract class PoolKind<S extends PoolSpec> implements VenueKind<S, PoolContract> {
    private static final List<Class<?>> CAPABILITIES =
            List.of(Quoting.class, Liquidity.class, Claims.class, FlashLender.class, SharedPool.class);

    /** Gas units of its operations. */
    protected abstract PoolGas gas();

    /** An empty pool of a spec, with its accounts open. */
    protected abstract SharedPool open(S spec, Ledger ledger);

    /** The first deposit of amounts that the pool is to hold from the start. */
    protected abstract Result found(SharedPool pool, S spec, Ledger ledger, int founder);

    @Override
    public final VenueAssets assets() {
        return VenueAssets.LIST;
    }

    /** Ways in and out are calls of {@link PoolCalls}. */
    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public long gas(Call.OfVenue call) {
        return gas().of(call);
    }

    @Override
    public final long hopGas() {
        return gas().hop();
    }

    @Override
    public final PoolContract deploy(S spec, Deployment at) {
        Ledger ledger = at.ledger();
        SharedPool pool = open(spec, ledger);
        int founder = ledger.openAccount(spec.pool() + "/founder");
        for (int i = 0; i < spec.assets().size(); i++) {
            at.endow(founder, spec.assets().get(i), spec.balances().get(i));
        }
        Result founded = found(pool, spec, ledger, founder);
        if (!founded.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.pool() + ": the initial balances are refused: " + founded.reason());
        }
        return new PoolContract(at.venue(), pool, gas());
    }

    /** Whether its pools lend for the length of a call; by default they do not. */
    protected boolean lendsFlash() {
        return false;
    }

    @Override
    public final List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public final List<Class<?>> capabilities(S spec) {
        Class<?> other = isOfTwo(spec) ? Claims.class : Liquidity.class;
        return CAPABILITIES.stream()
                .filter(each -> each != other && (lendsFlash() || each != FlashLender.class))
                .toList();
    }

    private static boolean isOfTwo(PoolSpec spec) {
        return spec.assets().size() == 2;
    }

    /** As of the start, of whose time an exact quote may depend. */
    @Override
    public final <T> Optional<T> as(Class<T> capability, S spec, int venue, PoolContract contract, Ledger ledger) {
        return as(capability, spec, venue, contract, ledger, () -> 0);
    }

    @Override
    public final <T> Optional<T> as(
            Class<T> capability, S spec, int venue, PoolContract contract, Ledger ledger, MarketView market) {
        return as(capability, spec, venue, contract, ledger, market::timeNanos);
    }

    private <T> Optional<T> as(
            Class<T> capability, S spec, int venue, PoolContract contract, Ledger ledger, LongSupplier now) {
        SharedPool pool = contract.pool();
        if (capability == SharedPool.class) {
            return Optional.of(capability.cast(pool));
        } else if (capability == Quoting.class) {
            return Optional.of(capability.cast(new PoolQuotes(venue, pool, contract.pair(venue), ledger, now)));
        } else if (capability == Liquidity.class && isOfTwo(spec)) {
            return Optional.of(capability.cast(new PoolLiquidity(venue, pool, ledger)));
        }
        if (capability == FlashLender.class) {
            return pool.flash()
                    .map(flash -> capability.cast(new PoolFlashLender(venue, contract.venues(), pool, flash, ledger)));
        }
        boolean claims = capability == Claims.class && !isOfTwo(spec) && contract.isFirst(venue);
        return claims ? Optional.of(capability.cast(new PoolClaims(pool, ledger))) : Optional.empty();
    }
}
