package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/** A kind of contract of which only its name and its calls matter. */
record ToyKind(String name, List<CallKind<?>> calls) implements Kind {
    /** A call with another in it. */
    record Wrap(Call inner) implements Call {
        @Override
        public void save(StateWriter out) {
            inner.write(out);
        }

        /** Costs one unit more than what is in it, of which it takes all. */
        static CallKind<Wrap> kind() {
            return new CallKind<>(
                    Wrap.class,
                    "makes another call",
                    (in, inner) -> new Wrap(inner.read(in)),
                    (wrap, table) -> 1 + table.gas(wrap.inner()),
                    (wrap, asset, table) -> table.taken(wrap.inner(), asset));
        }
    }

    /** A call with nothing in it. */
    record Leaf(int value) implements Call {
        Leaf {
            if (value < 0) {
                throw new IllegalArgumentException("value: " + value + " is below zero");
            }
        }

        @Override
        public void save(StateWriter out) {
            out.int32(value);
        }

        /** Costs ten units, and takes its value of asset 1. */
        static CallKind<Leaf> kind() {
            return new CallKind<>(
                    Leaf.class,
                    "does nothing",
                    (in, inner) -> new Leaf(in.int32()),
                    (leaf, table) -> 10,
                    (leaf, asset, table) -> asset == 1 ? UInt256.of(leaf.value()) : UInt256.ZERO);
        }
    }

    /** The kind of both calls. */
    static ToyKind both() {
        return new ToyKind("toy", List.of(Wrap.kind(), Leaf.kind()));
    }

    /** A leaf in so many wraps. */
    static Call wrapped(int times, int value) {
        Call call = new Leaf(value);
        for (int i = 0; i < times; i++) {
            call = new Wrap(call);
        }
        return call;
    }
}
