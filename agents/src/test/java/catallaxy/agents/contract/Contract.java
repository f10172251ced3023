package catallaxy.agents.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every implementation of a concept promises, by name.
 *
 * @param <S> what an implementation is made from, anew for each promise
 */
public abstract class Contract<S> {
    private final Map<String, Promise<S>> promises = new LinkedHashMap<>();

    /** One thing that is promised; throws where it is not kept. */
    protected interface Promise<S> {
        void check(S subject);
    }

    /** Adds a promise. */
    protected final void promise(String name, Promise<S> promise) {
        promises.put(name, promise);
    }

    /** A test for each promise of each implementation. */
    public final Stream<DynamicContainer> tests(Map<String, S> implementations) {
        return implementations.entrySet().stream()
                .map(each -> DynamicContainer.dynamicContainer(each.getKey(), tests(each.getValue())));
    }

    private Stream<DynamicTest> tests(S subject) {
        return promises.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> each.getValue().check(subject)));
    }

    /** Names of the promises that the implementation does not keep. */
    public final List<String> broken(S subject) {
        List<String> broken = new ArrayList<>();
        promises.forEach((name, promise) -> {
            try {
                promise.check(subject);
            } catch (AssertionError | RuntimeException unkept) {
                broken.add(name);
            }
        });
        return broken;
    }
}
