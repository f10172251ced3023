package catallaxy.scenarios.run;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionCodec;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
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
     * @param ended whether the run has, so that its journal must not break off
     * @throws CorruptStateException naming the file and the place, if a record is no decision of these agents, if the journal
     *                               breaks off though it must not, or if something follows it
     */
    static List<RecordedDecision> read(Path file, List<String> agents, boolean ended) throws IOException {
        List<RecordedDecision> decisions = new ArrayList<>();
        Inflater inflater = new Inflater();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new InflaterInputStream(bytes, inflater))) {
            for (int start = in.read(); start >= 0; start = in.read()) {
                decisions.add(decision(start, in, agents));
            }
            requireEnd(inflater.getRemaining() + bytes.available());
        } catch (EOFException end) {
            if (ended) {
                throw damaged(file, inflater, decisions, "breaks off");
            }
        } catch (ZipException | CorruptStateException | IllegalArgumentException broken) {
            throw damaged(file, inflater, decisions, "damaged: " + broken.getMessage());
        } finally {
            inflater.end();
        }
        return decisions;
    }

    private static void requireEnd(int following) {
        if (following > 0) {
            throw new CorruptStateException(following + " bytes follow the last decision");
        }
    }

    private static CorruptStateException damaged(
            Path file, Inflater inflater, List<RecordedDecision> decisions, String what) {
        return new CorruptStateException("%s: after decision %,d, at or before byte %,d: %s"
                .formatted(file, decisions.size(), inflater.getBytesRead(), what));
    }

    /** @param start the first byte of the record, which has been read */
    private static RecordedDecision decision(int start, DataInputStream in, List<String> agents) throws IOException {
        int length = start << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
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
        return new RecordedDecision(
                timeNanos,
                agents.get(agent),
                record.int64(),
                ActionCodec.read(record, Kinds.registered().reader()));
    }
}
