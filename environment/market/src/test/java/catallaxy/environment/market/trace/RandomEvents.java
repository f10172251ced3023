package catallaxy.environment.market.trace;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Draws events of every kind with random fields. */
final class RandomEvents {
    private final RandomStream random;

    RandomEvents(long seed) {
        this.random = RandomStream.of(seed, "test/events");
    }

    /** The fields of an event of a kind, in their order. */
    Object[] fields(Class<?> kind) {
        return components(kind).map(component -> draw(component.getType())).toArray();
    }

    MarketEvent next() {
        List<Class<?>> kinds = MarketEvent.kinds();
        Class<?> kind = kinds.get(random.nextInt(kinds.size()));
        return event(kind, fields(kind));
    }

    /** Another value of the same type. */
    Object other(Object value) {
        Object drawn = draw(typeOf(value));
        while (drawn.equals(value)) {
            drawn = draw(typeOf(value));
        }
        return drawn;
    }

    static MarketEvent event(Class<?> kind, Object... fields) {
        try {
            Class<?>[] types = components(kind).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (MarketEvent) kind.getDeclaredConstructor(types).newInstance(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind.toString(), e);
        }
    }

    static Stream<RecordComponent> components(Class<?> kind) {
        return Stream.of(kind.getRecordComponents());
    }

    private static Class<?> typeOf(Object value) {
        return switch (value) {
            case Long _ -> long.class;
            case Integer _ -> int.class;
            case Double _ -> double.class;
            case Boolean _ -> boolean.class;
            case List<?> _ -> List.class;
            default -> value.getClass();
        };
    }

    private Object draw(Class<?> type) {
        if (type == long.class) {
            return random.nextLong();
        } else if (type == int.class) {
            return (int) random.nextLong();
        } else if (type == double.class) {
            return random.nextGaussian();
        } else if (type == boolean.class) {
            return random.nextBoolean(0.5);
        } else if (type == Side.class) {
            return random.nextBoolean(0.5) ? Side.BUY : Side.SELL;
        } else if (type == UInt256.class) {
            return UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        } else if (type == List.class) {
            return random.nextBoolean(0.3) ? List.of() : List.of(detail(), detail());
        } else if (type == String.class) {
            return Long.toString(random.nextLong(1_000_000), 36);
        }
        throw new IllegalArgumentException("a field of " + type);
    }

    private MarketEvent.Detail detail() {
        return new MarketEvent.Detail(
                (String) draw(String.class), (int) draw(int.class), (UInt256) draw(UInt256.class));
    }
}
