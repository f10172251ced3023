package catallaxy.scenarios.run;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;
import catallaxy.environment.market.learning.Action;
import catallaxy.environment.market.learning.ActionCodec;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * {@code decisions.bin}: every decision that was applied, in order, so that a run can be replayed without its agents. A
 * deflated sequence of records, each its length in bytes followed by time, agent, epoch and action. A journal that breaks
 * off in mid-record can be read up to there.
 */
final class DecisionJournal implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int RECORD = 256;
    private static final int MAX_RECORD = 1 << 24;

    private final DataOutputStream out;
    private final List<String> agents;

    DecisionJournal(Path file, List<String> agents) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        this.out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER, true), BUFFER));
        this.agents = agents;
    }

    void decided(long timeNanos, String agent, long epoch, Action action) throws IOException {
        StateWriter record = new StateWriter(RECORD);
        record.int64(timeNanos).int32(agents.indexOf(agent)).int64(epoch);
        ActionCodec.write(record, action);
        byte[] bytes = record.toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /**
     * Reads all whole records.
     *
     * @throws CorruptStateException if a record is no decision of these agents
     */
    static List<RecordedDecision> read(Path file, List<String> agents) throws IOException {
        List<RecordedDecision> decisions = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(Files.newInputStream(file)))) {
            while (true) {
                decisions.add(decision(in, agents));
            }
        } catch (EOFException end) {
            return decisions;
        } catch (ZipException broken) {
            throw new CorruptStateException(file + ": not a journal of decisions after record " + decisions.size()
                    + ": " + broken.getMessage());
        }
    }

    private static RecordedDecision decision(DataInputStream in, List<String> agents) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_RECORD) {
            throw new CorruptStateException("decision of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        StateReader record = new StateReader(bytes);
        long timeNanos = record.int64();
        int agent = record.int32();
        if (agent < 0 || agent >= agents.size()) {
            throw new CorruptStateException("decision of agent " + agent + " of " + agents.size());
        }
        return new RecordedDecision(timeNanos, agents.get(agent), record.int64(), ActionCodec.read(record));
    }
}
