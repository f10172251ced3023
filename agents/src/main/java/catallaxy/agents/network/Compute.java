package catallaxy.agents.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;

/**
 * Where tensors live and what computes them: PyTorch on one device with a fixed number of threads. Results repeat bit for
 * bit on one machine for the same device and number of threads; other numbers of threads may round sums differently. Between
 * machines they repeat as far as {@link InstructionChoice} says.
 *
 * <p>The number of threads is PyTorch's own setting for the whole process. Owned by the thread that opened it, or the one that
 * took it over since. Closing it
 * frees all native memory that was allocated through it.
 */
public final class Compute implements AutoCloseable {
    private static final String OFFLINE = "ai.djl.offline";
    private static final String CUDA_HELP =
            "for CUDA, set PYTORCH_LIBRARY_PATH to the lib folder of a CUDA 12.8 build of libtorch 2.7.1";

    private final Engine engine;
    private final Device device;
    private final int threads;
    private final String description;
    private final NDManager root;

    private Compute(Engine engine, Device device, int threads, String description) {
        this.engine = engine;
        this.device = device;
        this.threads = threads;
        this.description = description;
        root = engine.newBaseManager(device);
    }

    /**
     * Loads PyTorch, which takes part of a second the first time in a process.
     *
     * @param threads for one operation, positive
     * @throws IllegalArgumentException if a GPU was asked for and there is none, with how to get one; if the choice of
     *     instructions is none
     */
    public static Compute open(DeviceChoice choice, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: found " + threads + ", expected a positive integer");
        }
        Kernels.apply();
        if (System.getProperty(OFFLINE) == null) {
            System.setProperty(OFFLINE, "true");
        }
        Engine engine = Engine.getEngine("PyTorch");
        boolean cuda = engine.hasCapability(StandardCapabilities.CUDA) && engine.getGpuCount() > 0;
        if (choice == DeviceChoice.GPU && !cuda) {
            throw new IllegalArgumentException("device: found gpu, but PyTorch sees none; " + CUDA_HELP);
        }
        boolean gpu = cuda && choice != DeviceChoice.CPU;
        Compute compute =
                new Compute(engine, gpu ? Device.gpu() : Device.cpu(), threads, describe(engine, gpu, choice, threads));
        compute.takeOver();
        return compute;
    }

    /** Makes the calling thread the owner: PyTorch keeps for each thread whether operations are recorded. */
    public void takeOver() {
        JniUtils.setNumThreads(threads);
        JniUtils.setGradMode(false);
    }

    /** What the last bits depend on. */
    public Kernels kernels() {
        return Kernels.current();
    }

    /** PyTorch and DJL, which drives it, with their versions. */
    public String engine() {
        return "PyTorch " + engine.getVersion() + ", DJL " + Engine.getDjlVersion();
    }

    private static String describe(Engine engine, boolean gpu, DeviceChoice choice, int threads) {
        String place = gpu
                ? "GPU 0"
                : "CPU, " + threads + (threads == 1 ? " thread, " : " threads, ")
                        + Kernels.current().choice() + " instructions";
        String why = !gpu && choice == DeviceChoice.AUTO ? " (no GPU visible to PyTorch; " + CUDA_HELP + ")" : "";
        return "PyTorch " + engine.getVersion() + " on " + place + why;
    }

    /** The device on which tensors live: the CPU, or GPU 0. */
    public Device device() {
        return device;
    }

    /** The device in one word, such as {@code cpu()} or {@code gpu(0)}. */
    public String deviceName() {
        return device.toString();
    }

    /** Threads that compute one operation on the CPU, positive. */
    public int threads() {
        return threads;
    }

    /** What was chosen, for the user. */
    public String description() {
        return description;
    }

    /** A manager for the tensors of one calculation; closing it frees them. */
    public NDManager scope() {
        return root.newSubManager();
    }

    /**
     * Starts recording operations; {@code backward(loss)} adds to the gradients of the parameters that took part. Only one
     * at a time in a process.
     *
     * <p>What is recorded must not hold a product of a tensor and a plain number: DJL keeps the number in a Java buffer that
     * nothing holds any more when the gradient is computed, and after a garbage collection multiplies by whatever stands there.
     */
    public GradientCollector gradients() {
        return engine.newGradientCollector();
    }

    NDManager root() {
        return root;
    }

    /** Tensors that are open outside of any scope: parameters and moments, the same number after each update. */
    int openTensors() {
        return root.getManagedArrays().size();
    }

    @Override
    public void close() {
        root.close();
    }
}
