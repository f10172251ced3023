package com.example.saver;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.FactorKinds;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.testkit.RoleKit;
import catallaxy.scenarios.file.ScenarioReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every registered kind of role and factor keeps what the kit asks, and the kit finds whoever does not. */
final class RoleKitTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));

    /** The shipped scenario with a seat of each kind that it lacks. */
    private static MarketSpec market(String duration) {
        Map<String, String> further = new TreeMap<>();
        further.put("duration", duration);
        further.put(
                "agents.maker.factors", String.valueOf(FactorKinds.registered().names()));
        for (RoleKind<?> kind : RoleKinds.registered().all()) {
            if (!kind.example().isEmpty()) {
                further.put(
                        "agents.a-" + kind.name(),
                        "{ role = " + kind.name() + ", policy.kind = hold, " + kind.example() + " }");
                kind.exampleVenues("a-" + kind.name())
                        .forEach(venue -> further.put("venues." + venue.name(), venue.entry()));
            }
        }
        for (FactorKind kind : FactorKinds.registered().all()) {
            kind.exampleVenues().forEach(venue -> further.put("venues." + venue.name(), venue.entry()));
        }
        return ScenarioReader.read(ROOT.resolve("scenarios/two-chains.conf"), further)
                .market();
    }

    @Test
    void everyKindKeepsIt() {
        MarketSpec market = market("40 m");
        assertThat(market.agents().stream().map(seat -> seat.role().role()))
                .containsAll(RoleKinds.registered().names());
        assertThat(RoleKit.check(market, 5)).isEmpty();
    }

    /** What a role does wrong, after or before what it does right. */
    enum Fault {
        OUT_OF_BOUNDS,
        REWARD,
        MEMORY
    }

    /** A saver with a fault. */
    private record FaultySpec(RoleSpec right, Fault fault) implements RoleSpec {
        @Override
        public String role() {
            return right.role();
        }

        @Override
        public Role in(RoleSite site) {
            Faulty handler = new Faulty(right.in(site), fault);
            return (Role) Proxy.newProxyInstance(Role.class.getClassLoader(), new Class<?>[] {Role.class}, handler);
        }
    }

    /** Remembers in the role how often it acted, which all forks share. */
    private static final class Faulty implements InvocationHandler {
        private final Role right;
        private final Fault fault;
        private int acted;

        Faulty(Role right, Fault fault) {
            this.right = right;
            this.fault = fault;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            if (fault == Fault.MEMORY && method.getName().equals("act")) {
                acted++;
                double[] action = (double[]) arguments[3];
                arguments[3] = Arrays.stream(action).map(each -> each / acted).toArray();
            }
            Object result = method.invoke(right, arguments);
            if (method.getName().equals("over")) {
                return proxy;
            }
            if (fault == Fault.OUT_OF_BOUNDS && method.getName().equals("observe")) {
                ((double[]) arguments[2])[1] = -1;
            } else if (fault == Fault.REWARD && method.getName().equals("rewards")) {
                ((double[]) arguments[2])[0] = Double.NaN;
            }
            return result;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OUT_OF_BOUNDS, 'agent a-saver: cash is -1.0, not within 0.0 to Infinity'",
        "REWARD, agent a-saver: a reward of NaN",
        "MEMORY, a fork has another future than the original"
    })
    void aFaultIsFound(Fault fault, String told) {
        MarketSpec right = market("40 m");
        List<SeatSpec> seats = right.agents().stream()
                .filter(seat -> seat.id().equals("a-saver"))
                .map(seat -> new SeatSpec(
                        seat.id(),
                        new FaultySpec(seat.role(), fault),
                        seat.cadenceNanos(),
                        seat.firstEpochNanos(),
                        seat.latencyNanos(),
                        seat.endowments()))
                .toList();
        MarketSpec faulty =
                new MarketSpec(right.name(), right.durationNanos(), right.engine(), right.population(), seats);
        assertThat(RoleKit.check(faulty, 5)).contains(told);
    }
}
