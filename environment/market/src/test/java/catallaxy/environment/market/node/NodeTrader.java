package catallaxy.environment.market.node;

import catallaxy.environment.base.number.UInt256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contract on a node that owns tokens, and does at deployed contracts what the simulator did at its own: token0 is the base asset,
 * token1 the quote asset.
 */
public final class NodeTrader implements AutoCloseable {
    /** Time of the node at the simulator's time zero, s. */
    public static final long GENESIS = 2_000_000_000L;

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final DevelopmentNode node;
    private final NodePackages packages;
    private final String compiled;
    private final String address;
    /** Addresses by artifact. */
    private final Map<String, String> libraries = new HashMap<>();

    /** What an operation moved: its event's words. */
    public record Moved(UInt256 a, UInt256 b, UInt256 c) {
        /** With zeros for what is not given. */
        public static Moved of(UInt256... words) {
            UInt256[] three = {UInt256.ZERO, UInt256.ZERO, UInt256.ZERO};
            System.arraycopy(words, 0, three, 0, words.length);
            return new Moved(three[0], three[1], three[2]);
        }

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

    /**
     * A trader on a new node; the test is skipped where there is none.
     *
     * @param contract  the trader's, a source beside this class
     * @param published packages with the protocol's bytecode, and their versions
     */
    public static NodeTrader start(String contract, String... published) {
        NodePackages packages = NodePackages.fetched(published);
        Map<String, String> sources = Stream.of("Trader", contract)
                .map(each -> each + ".sol")
                .collect(Collectors.toMap(Function.identity(), NodeTrader::source));
        String compiled = packages.compile(sources, contract);
        return new NodeTrader(DevelopmentNode.start(packages, GENESIS - 1_000), packages, compiled);
    }

    private static String source(String name) {
        try (InputStream in = NodeTrader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not there");
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

    /** Deploys published bytecode, and before it the libraries that it calls; words of the constructor follow it. The address as a word. */
    public BigInteger deploy(String artifact, BigInteger... words) {
        StringBuilder code = new StringBuilder(packages.bytecode(artifact, this::library));
        for (BigInteger each : words) {
            code.append(word(each));
        }
        return new BigInteger(node.deploy(code.toString()).substring(2), 16);
    }

    private String library(String artifact) {
        String known = libraries.get(artifact);
        if (known == null) {
            known = node.deploy(packages.bytecode(artifact, this::library)).substring(2);
            libraries.put(artifact, known);
        }
        return known;
    }

    /** The trader's own address as a word. */
    public BigInteger address() {
        return new BigInteger(address.substring(2), 16);
    }

    /** A signed number as a word. */
    public static UInt256 signed(long value) {
        return UInt256.of(BigInteger.valueOf(value).mod(MODULUS));
    }

    /** One operation, for {@link #at}; its arguments are whole numbers of any type, and truth values. */
    public String operation(String signature, Object... arguments) {
        StringBuilder call = new StringBuilder(find("\"" + Pattern.quote(signature) + "\":\"([0-9a-f]{8})\""));
        for (Object each : arguments) {
            call.append(word(number(each)));
        }
        return call.toString();
    }

    /** An operation with another as its last argument, and numbers before it. */
    public String around(String signature, String inner, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = 32 * (arguments.length + 1);
        all[arguments.length + 1] = inner.length() / 2;
        return operation(signature, all) + padded(inner);
    }

    /** An operation that must revert, which tells the first 32 bytes of the reason. */
    public String refused(String operation) {
        return around("refused(bytes)", operation);
    }

    private static String padded(String digits) {
        return digits + "0".repeat(Math.floorMod(-digits.length(), 64));
    }

    private static BigInteger number(Object argument) {
        return switch (argument) {
            case BigInteger number -> number;
            case UInt256 number -> number.toBigInteger();
            case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
            case Number number -> BigInteger.valueOf(number.longValue());
            default -> throw new IllegalArgumentException("no number: " + argument);
        };
    }

    /** Does operations in one block at a time of the simulator; what each moved. */
    public List<Moved> at(long seconds, List<String> operations) {
        node.nextBlockAt(GENESIS + seconds);
        return node.execute(address, together(operations)).stream()
                .map(Moved::of)
                .toList();
    }

    /** Operations as one. */
    public String together(List<String> operations) {
        StringBuilder heads = new StringBuilder();
        StringBuilder tails = new StringBuilder();
        for (String each : operations) {
            heads.append(word(BigInteger.valueOf(operations.size() * 32L + tails.length() / 2)));
            tails.append(word(BigInteger.valueOf(each.length() / 2)));
            tails.append(padded(each));
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
