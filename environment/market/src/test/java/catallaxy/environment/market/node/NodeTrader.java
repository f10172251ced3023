package catallaxy.environment.market.node;

import catallaxy.environment.base.number.UInt256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract on a node that owns two tokens, and does at deployed pools what the simulator did at its own: token0 is the base asset,
 * token1 the quote asset.
 */
public final class NodeTrader implements AutoCloseable {
    /** Time of the node at the simulator's time zero, s. */
    private static final long GENESIS = 2_000_000_000L;

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final DevelopmentNode node;
    private final NodePackages packages;
    private final String compiled;
    private final String address;

    /** What an operation moved: its event's words. */
    public record Moved(UInt256 a, UInt256 b, UInt256 c) {
        private static Moved of(String[] words) {
            return new Moved(word(words[0]), word(words[1]), word(words[2]));
        }

        private static UInt256 word(String hexadecimal) {
            return UInt256.of(new BigInteger(hexadecimal, 16));
        }
    }

    private NodeTrader(DevelopmentNode node, NodePackages packages, String compiled) {
        this.node = node;
        this.packages = packages;
        this.compiled = compiled;
        this.address = node.deploy(find("\"object\":\"([0-9a-f]+)\""));
    }

    /** A trader on a new node; the test is skipped where there is none. */
    public static NodeTrader start() {
        NodePackages packages = NodePackages.fetched();
        String compiled = packages.compile(source(), "Trader");
        return new NodeTrader(DevelopmentNode.start(packages, GENESIS - 1_000), packages, compiled);
    }

    private static String source() {
        try (InputStream in = NodeTrader.class.getResourceAsStream("Trader.sol")) {
            if (in == null) {
                throw new IllegalStateException("Trader.sol is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(compiled);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + compiled);
        }
        return found.group(1);
    }

    /** Deploys published bytecode; words of the constructor follow it. The address as a word. */
    public BigInteger deploy(String artifact, BigInteger... words) {
        StringBuilder code = new StringBuilder(packages.bytecode(artifact));
        for (BigInteger each : words) {
            code.append(word(each));
        }
        return new BigInteger(node.deploy(code.toString()).substring(2), 16);
    }

    /** The trader's own address as a word. */
    public BigInteger address() {
        return new BigInteger(address.substring(2), 16);
    }

    /** One operation, for {@link #at}. */
    public String operation(String signature, BigInteger... arguments) {
        StringBuilder call = new StringBuilder(find("\"" + Pattern.quote(signature) + "\":\"([0-9a-f]{8})\""));
        for (BigInteger each : arguments) {
            call.append(word(each));
        }
        return call.toString();
    }

    /** Does operations in one block at a time of the simulator; what each moved. */
    public List<Moved> at(long seconds, List<String> operations) {
        node.nextBlockAt(GENESIS + seconds);
        return node.execute(address, all(operations)).stream().map(Moved::of).toList();
    }

    /** The call of {@code all(bytes[])}. */
    private String all(List<String> operations) {
        StringBuilder heads = new StringBuilder();
        StringBuilder tails = new StringBuilder();
        for (String each : operations) {
            heads.append(word(BigInteger.valueOf(operations.size() * 32L + tails.length() / 2)));
            tails.append(word(BigInteger.valueOf(each.length() / 2)));
            tails.append(each).append("0".repeat(Math.floorMod(-each.length(), 64)));
        }
        List<String> parts = new ArrayList<>(List.of(
                operation("all(bytes[])"),
                word(BigInteger.valueOf(32)),
                word(BigInteger.valueOf(operations.size())),
                heads.toString(),
                tails.toString()));
        return String.join("", parts);
    }

    private static String word(BigInteger value) {
        String digits = value.mod(MODULUS).toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    @Override
    public void close() {
        node.close();
    }
}
