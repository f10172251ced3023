package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueAssets;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** A venue of three assets, each pair of which is a venue, that gives one unit for one and keeps what is left with it. */
final class TripodKind implements VenueKind<TripodKind.Spec, TripodKind.Tripod> {
    /** A pair of a tripod. */
    record Spec(String id, String pool, int chain, int base, int quote) implements VenueSpec.OnChain {
        @Override
        public Object host() {
            return pool;
        }

        /** The three pairs of the first three assets. */
        static List<VenueSpec> pairs(String name, String pool, int chain) {
            return List.of(
                    new Spec(name + ".a", pool, chain, 0, 1),
                    new Spec(name + ".b", pool, chain, 0, 2),
                    new Spec(name + ".c", pool, chain, 1, 2));
        }
    }

    /** Leaves units of the first asset with the contract; the claim on them is nowhere else. */
    record Leave(int venue, Amount amount) implements Call.OfVenue {
        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue));
        }

        static Leave load(StateReader in) {
            return new Leave(in.int32(), Amount.load(in));
        }
    }

    /** The contract: counts swaps by venue, and what accounts left. */
    static final class Tripod implements Contract {
        private final int account;
        private final Map<Integer, Integer> swaps = new TreeMap<>();
        private final Map<Integer, UInt256> left = new TreeMap<>();

        Tripod(int account) {
            this.account = account;
        }

        int swaps(int venue) {
            return swaps.getOrDefault(venue, 0);
        }

        UInt256 left(int owner) {
            return left.getOrDefault(owner, UInt256.ZERO);
        }

        @Override
        public int account() {
            return account;
        }

        @Override
        public Result call(Frame frame, Call call) {
            return switch (call) {
                case Hop.Preview preview -> Result.of(preview.amountIn());
                case Hop hop -> swap(frame, hop);
                case Leave leave -> leave(frame, leave);
                default -> Result.reverted("UNKNOWN_CALL");
            };
        }

        private Result swap(Frame frame, Hop hop) {
            Spec pair = (Spec) TestTripods.VENUES.get(hop.venue());
            int out = hop.assetIn() == pair.base() ? pair.quote() : pair.base();
            frame.onRevert(undo());
            swaps.merge(hop.venue(), 1, Integer::sum);
            boolean paid = frame.ledger().transfer(hop.from(), account, hop.assetIn(), hop.amountIn())
                    && frame.ledger().transfer(account, hop.to(), out, hop.amountIn());
            return paid ? Result.of(hop.amountIn()) : Result.reverted("UNPAID");
        }

        private Result leave(Frame frame, Leave leave) {
            UInt256 units = frame.amount(leave.amount(), 0);
            frame.onRevert(undo());
            left.merge(frame.caller(), units, UInt256::plusExact);
            return frame.ledger().transfer(frame.caller(), account, 0, units) ? Result.OK : Result.reverted("UNPAID");
        }

        private Runnable undo() {
            Tripod before = copy();
            return () -> restore(before);
        }

        @Override
        public Tripod copy() {
            Tripod copy = new Tripod(account);
            copy.restore(this);
            return copy;
        }

        @Override
        public void restore(Contract earlier) {
            Tripod other = (Tripod) earlier;
            swaps.clear();
            swaps.putAll(other.swaps);
            left.clear();
            left.putAll(other.left);
        }

        @Override
        public void save(StateWriter out) {
            out.int32(account).int32(swaps.size());
            swaps.forEach((venue, count) -> out.int32(venue).int32(count));
            out.int32(left.size());
            left.forEach((owner, units) -> units.save(out.int32(owner)));
        }
    }

    @Override
    public String name() {
        return "tripod";
    }

    @Override
    public String summary() {
        return "Three assets, one for one";
    }

    @Override
    public String detail() {
        return "out = in";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public VenueAssets assets() {
        return VenueAssets.LIST;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of();
    }

    @Override
    public List<Spec> read(VenueSettings settings) {
        throw new UnsupportedOperationException("no scenario has one");
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(CallKind.ofVenue(Leave.class, "leaves units", (in, inner) -> Leave.load(in)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return 10_000;
    }

    @Override
    public long hopGas() {
        return 10_000;
    }

    @Override
    public Tripod deploy(Spec spec, Deployment at) {
        int account = at.ledger().openAccount(spec.id());
        for (int asset = 0; asset < 3; asset++) {
            at.endow(account, asset, UInt256.of(1_000_000));
        }
        return new Tripod(account);
    }

    @Override
    public Tripod load(Spec spec, int venue, StateReader in) {
        Tripod tripod = new Tripod(in.int32());
        for (int rest = in.int32(); rest > 0; rest--) {
            tripod.swaps.put(in.int32(), in.int32());
        }
        for (int rest = in.int32(); rest > 0; rest--) {
            tripod.left.put(in.int32(), UInt256.load(in));
        }
        return tripod;
    }

    @Override
    public List<Class<?>> capabilities() {
        return List.of(Claims.class, Tripod.class);
    }

    @Override
    public <T> Optional<T> as(Class<T> capability, Spec spec, int venue, Tripod contract, Ledger ledger) {
        if (capability == Tripod.class) {
            return Optional.of(capability.cast(contract));
        }
        boolean isFirst = spec.id().endsWith(".a");
        return capability == Claims.class && isFirst
                ? Optional.of(capability.cast(new Left(contract, ledger)))
                : Optional.empty();
    }

    private record Left(Tripod tripod, Ledger ledger) implements Claims {
        @Override
        public double worth(int account, IntToDoubleFunction prices) {
            return quantity(account, 0, prices) * prices.applyAsDouble(0);
        }

        @Override
        public double quantity(int account, int asset, IntToDoubleFunction prices) {
            return asset == 0 ? ledger.toWhole(0, tripod.left(account)) : 0;
        }
    }
}
