package com.example.kiosk;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** A kiosk that somebody got wrong. */
final class FaultyKioskKind implements VenueKind<KioskSpec, FaultyKioskKind.Faulty> {
    /** What is wrong. */
    enum Fault {
        NONE,
        FORGETS_TO_UNDO,
        COPIES_ITSELF,
        SAVES_AN_OLD_PRICE,
        QUOTES_TOO_MUCH,
        ESTIMATES_TOO_LITTLE_GAS
    }

    private final KioskKind right = new KioskKind();
    private final Fault fault;

    FaultyKioskKind(Fault fault) {
        this.fault = fault;
    }

    /** The contract, around a right one. */
    static final class Faulty implements Contract {
        private final Kiosk kiosk;
        private final Fault fault;
        private final byte[] first;

        Faulty(Kiosk kiosk, Fault fault) {
            this.kiosk = kiosk;
            this.fault = fault;
            StateWriter out = new StateWriter();
            kiosk.save(out);
            this.first = out.toBytes();
        }

        @Override
        public int account() {
            return kiosk.account();
        }

        @Override
        public Result call(Frame frame, Call call) {
            return kiosk.call(fault == Fault.FORGETS_TO_UNDO ? deaf(frame) : frame, call);
        }

        /** A frame that hears nothing of what is to be undone. */
        private static Frame deaf(Frame frame) {
            return (Frame) Proxy.newProxyInstance(
                    Frame.class.getClassLoader(), new Class<?>[] {Frame.class}, (proxy, method, arguments) -> {
                        try {
                            return method.getName().equals("onRevert") ? null : method.invoke(frame, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        @Override
        public Faulty copy() {
            return fault == Fault.COPIES_ITSELF ? this : new Faulty(kiosk.copy(), fault);
        }

        @Override
        public void restore(Contract earlier) {
            kiosk.restore(((Faulty) earlier).kiosk);
        }

        @Override
        public void save(StateWriter out) {
            if (fault == Fault.SAVES_AN_OLD_PRICE) {
                StateReader in = new StateReader(first);
                out.int32(in.int32());
                for (int i = 0; i < 8; i++) {
                    out.int64(in.int64());
                }
            } else {
                kiosk.save(out);
            }
        }
    }

    @Override
    public Faulty deploy(KioskSpec spec, Deployment at) {
        return new Faulty(right.deploy(spec, at), fault);
    }

    @Override
    public Faulty load(KioskSpec spec, int venue, StateReader in) {
        return new Faulty(right.load(spec, venue, in), fault);
    }

    @Override
    public long hopGas() {
        return fault == Fault.ESTIMATES_TOO_LITTLE_GAS ? right.hopGas() - 1 : right.hopGas();
    }

    @Override
    public <T> Optional<T> as(Class<T> capability, KioskSpec spec, int venue, Faulty contract, Ledger ledger) {
        KioskSpec quoted = fault == Fault.QUOTES_TOO_MUCH
                ? new KioskSpec(
                        spec.id(),
                        spec.chain(),
                        spec.base(),
                        spec.quote(),
                        spec.price(),
                        spec.stockBase(),
                        spec.stockQuote(),
                        0,
                        spec.stepPips())
                : spec;
        return capability == Quoting.class
                ? right.as(capability, quoted, venue, contract.kiosk, ledger)
                : Optional.empty();
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public String summary() {
        return right.summary();
    }

    @Override
    public String detail() {
        return right.detail();
    }

    @Override
    public Class<KioskSpec> spec() {
        return right.spec();
    }

    @Override
    public List<VenueKey> keys() {
        return right.keys();
    }

    @Override
    public List<KioskSpec> read(VenueSettings settings) {
        return right.read(settings);
    }

    @Override
    public List<CallKind<?>> calls() {
        return right.calls();
    }

    @Override
    public long gas(Call.OfVenue call) {
        return right.gas(call);
    }

    @Override
    public List<Class<?>> capabilities() {
        return right.capabilities();
    }
}
