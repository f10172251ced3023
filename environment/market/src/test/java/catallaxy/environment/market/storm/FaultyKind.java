package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kind of venue with a planted fault, for negative controls; all else is the real kind's. */
record FaultyKind<S extends VenueSpec.OnChain, C extends Contract>(VenueKind<S, C> real, Fault fault)
        implements VenueKind<S, FaultyKind.Faulty> {
    /** What is wrong. */
    enum Fault {
        /** Every call that succeeds pays its sender a unit of each asset more, as a rounding in its favour does. */
        PAYS_A_UNIT_MORE,
        /** A call that reverts does not put the contract back. */
        LEAVES_TRACES,
        /** A copy is the contract itself. */
        COPIES_NOTHING
    }

    /** The registered kinds, one of them with a fault. */
    static Kinds among(String name, Fault fault) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kinds.registered().all()) {
            kinds.add(kind.name().equals(name) ? new FaultyKind<>((VenueKind<?, ?>) kind, fault) : kind);
        }
        return Kinds.of(kinds);
    }

    /** A contract of such a kind. */
    static final class Faulty implements Contract {
        private final Contract real;
        private final Fault fault;

        Faulty(Contract real, Fault fault) {
            this.real = real;
            this.fault = fault;
        }

        @Override
        public int account() {
            return real.account();
        }

        @Override
        public Result call(Frame frame, Call call) {
            Result result = real.call(fault == Fault.LEAVES_TRACES ? forgetful(frame) : frame, call);
            if (result.ok() && fault == Fault.PAYS_A_UNIT_MORE && !(call instanceof Hop.Preview)) {
                int to = call instanceof Hop hop ? hop.to() : frame.caller();
                for (int asset = 0; asset < frame.ledger().assets(); asset++) {
                    frame.ledger().transfer(account(), to, asset, 1);
                }
            }
            return result;
        }

        /** A frame that does not remember what would undo. */
        private static Frame forgetful(Frame frame) {
            return (Frame) Proxy.newProxyInstance(
                    Frame.class.getClassLoader(),
                    new Class<?>[] {Frame.class},
                    (_, method, arguments) ->
                            method.getName().equals("onRevert") ? null : method.invoke(frame, arguments));
        }

        @Override
        public Contract copy() {
            return fault == Fault.COPIES_NOTHING ? this : new Faulty(real.copy(), fault);
        }

        @Override
        public void restore(Contract earlier) {
            real.restore(((Faulty) earlier).real);
        }

        @Override
        public void save(StateWriter out) {
            real.save(out);
        }
    }

    @Override
    public Faulty deploy(S spec, Deployment at) {
        return new Faulty(real.deploy(spec, at), fault);
    }

    @Override
    public Faulty load(S spec, int venue, StateReader in) {
        return new Faulty(real.load(spec, venue, in), fault);
    }

    @Override
    public <T> Optional<T> as(Class<T> capability, S spec, int venue, Faulty contract, Ledger ledger) {
        return real.as(capability, spec, venue, inner(contract), ledger);
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability, S spec, int venue, Faulty contract, Ledger ledger, MarketView market) {
        return real.as(capability, spec, venue, inner(contract), ledger, market);
    }

    @SuppressWarnings("unchecked") // its contracts are the real kind's
    private C inner(Faulty contract) {
        return (C) contract.real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Class<S> spec() {
        return real.spec();
    }

    @Override
    public String summary() {
        return real.summary();
    }

    @Override
    public String detail() {
        return real.detail();
    }

    @Override
    public List<VenueKey> keys() {
        return real.keys();
    }

    @Override
    public List<S> read(VenueSettings settings) {
        return real.read(settings);
    }

    @Override
    public List<CallKind<?>> calls() {
        return real.calls();
    }

    @Override
    public long gas(Call.OfVenue call) {
        return real.gas(call);
    }

    @Override
    public long hopGas() {
        return real.hopGas();
    }

    @Override
    public long hopGasAtMost() {
        return real.hopGasAtMost();
    }

    @Override
    public List<Class<?>> capabilities() {
        return real.capabilities();
    }
}
