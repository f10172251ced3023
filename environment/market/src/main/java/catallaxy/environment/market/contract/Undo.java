package catallaxy.environment.market.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What takes back the changes that a contract made of itself in one call, in reverse order: filled in as it changes, handed to
 * {@link Frame#onRevert} before. Once run it is empty, and running it again does nothing. Owned by one thread.
 */
public final class Undo implements Runnable {
    private final List<Runnable> steps = new ArrayList<>(4);

    /** Adds what takes back the change that comes next. */
    public void add(Runnable step) {
        steps.add(step);
    }

    @Override
    public void run() {
        while (!steps.isEmpty()) {
            steps.removeLast().run();
        }
    }
}
