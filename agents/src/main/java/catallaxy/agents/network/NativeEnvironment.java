package catallaxy.agents.network;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of this process as native libraries read it. Java has a copy of its own from the start of the process, and
 * hands that on to the processes that it starts.
 */
final class NativeEnvironment {
    private static final String RESTRICTED = "restricted";
    private static final int REPLACING = 1;

    private NativeEnvironment() {}

    /** Whether the system has it: Windows has not. */
    static boolean isThere() {
        return Linker.nativeLinker().defaultLookup().find("setenv").isPresent();
    }

    /** Sets variables for libraries that are loaded later. */
    @SuppressWarnings(RESTRICTED)
    static void set(Map<String, String> variables) {
        if (variables.isEmpty()) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, String> each : variables.entrySet()) {
                int code = (int) setenv.invokeExact(
                        arena.allocateFrom(each.getKey()), arena.allocateFrom(each.getValue()), REPLACING);
                if (code != 0) {
                    throw new IllegalStateException("setenv " + each + " gave " + code);
                }
            }
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("setenv threw", impossible);
        }
    }

    /** A variable's value, as a native library would read it. */
    @SuppressWarnings(RESTRICTED)
    static Optional<String> get(String name) {
        Linker linker = Linker.nativeLinker();
        MethodHandle getenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("getenv"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
            return value.equals(MemorySegment.NULL)
                    ? Optional.empty()
                    : Optional.of(value.reinterpret(Long.MAX_VALUE).getString(0));
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("getenv threw", impossible);
        }
    }
}
