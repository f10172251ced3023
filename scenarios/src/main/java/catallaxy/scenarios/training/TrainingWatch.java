package catallaxy.scenarios.training;

import java.util.Map;

/** Who is told how training goes while it goes. */
public interface TrainingWatch {
    /** Says nothing and never interrupts. */
    TrainingWatch SILENT = new TrainingWatch() {
        @Override
        public void note(String sentence) {}

        @Override
        public void progress(
                long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {}

        @Override
        public boolean interrupted() {
            return false;
        }
    };

    /** Says something once, such as which device was chosen. */
    void note(String sentence);

    /**
     * Training has come so far.
     *
     * @param total          steps planned
     * @param secondsLeft    at the present speed
     * @param figures        the latest
     */
    void progress(long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures);

    /** Whether training is to stop at the next boundary. */
    boolean interrupted();
}
