package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import java.util.ArrayList;
import java.util.List;

/** How commands reach chains and exchanges: an {@link Uplink} for each participant. Owned by the market's state. */
final class Network {
    private final long seed;
    private final long[] latencies;
    private final double[] jitters;
    private final List<Uplink> uplinks;

    /** A network without participants. */
    Network(EngineSpec spec, long seed) {
        this(seed, latencies(spec), jitters(spec), new ArrayList<>());
    }

    private Network(long seed, long[] latencies, double[] jitters, List<Uplink> uplinks) {
        this.seed = seed;
        this.latencies = latencies;
        this.jitters = jitters;
        this.uplinks = uplinks;
    }

    private static long[] latencies(EngineSpec spec) {
        long[] latencies = new long[spec.places()];
        for (int chain = 0; chain < spec.chains().size(); chain++) {
            latencies[chain] = spec.chains().get(chain).mempool().propagationNanos();
        }
        for (int i = 0; i < spec.exchanges().size(); i++) {
            latencies[spec.placeOfExchange(i)] = spec.exchanges().get(i).latencyNanos();
        }
        return latencies;
    }

    private static double[] jitters(EngineSpec spec) {
        double[] jitters = new double[spec.places()];
        for (int chain = 0; chain < spec.chains().size(); chain++) {
            ChainSpec each = spec.chains().get(chain);
            jitters[chain] = each.mempool().propagationJitter();
        }
        for (int i = 0; i < spec.exchanges().size(); i++) {
            ExchangeSpec each = spec.exchanges().get(i);
            jitters[spec.placeOfExchange(i)] = each.latencyJitter();
        }
        return jitters;
    }

    /** Connects the next participant. */
    void open(String name, Line line) {
        uplinks.add(Uplink.open(seed, name, line, latencies.length));
    }

    Connection connection(int participant, int place) {
        return uplinks.get(participant).connection(place);
    }

    /** Mean of a participant's one-way delay to a place. */
    long meanDelayNanos(int participant, int place) {
        Uplink uplink = uplinks.get(participant);
        return (long) (uplink.floorNanos(latencies[place]) * (1 + uplink.jitter(jitters[place])));
    }

    /** Puts a command on its way; returns its connection, which knows when it arrives. */
    Connection send(int participant, int place, long nowNanos, MarketCommand command) {
        return uplinks.get(participant).send(place, latencies[place], jitters[place], nowNanos, command);
    }

    /** Other delays of whatever is sent from here on. */
    void divert(long luck) {
        uplinks.forEach(each -> each.divert(luck));
    }

    Network copy() {
        List<Uplink> copies = new ArrayList<>(uplinks.size());
        uplinks.forEach(each -> copies.add(each.copy()));
        return new Network(seed, latencies, jitters, copies);
    }

    void save(StateWriter out) {
        out.int64(seed).int32(uplinks.size());
        uplinks.forEach(each -> each.save(out));
    }

    static Network load(StateReader in, EngineSpec spec, CallReader calls) {
        Network network = new Network(spec, in.int64());
        for (int rest = in.count(1); rest > 0; rest--) {
            network.uplinks.add(Uplink.load(in, spec.places(), calls));
        }
        return network;
    }
}
