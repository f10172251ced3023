package catallaxy.environment.market.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node of a chain of its own, with accounts that it signs for; it mines each transaction at once unless told otherwise. One thread's. */
final class DevelopmentNode implements AutoCloseable {
    private static final Pattern RESULT = Pattern.compile("\"result\":(.*)}\\s*$", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\"contractAddress\":\"(0x[0-9a-f]{40})\"");
    private static final Pattern LOG =
            Pattern.compile("\"address\":\"(0x[0-9a-f]{40})\",\"topics\":\\[[^\\]]*\\],\"data\":\"0x([0-9a-f]*)\"");
    private static final String GAS = "0x1c9c380";

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String sender;

    private DevelopmentNode(Process process, URI address) throws InterruptedException {
        this.process = process;
        this.address = address;
        this.sender = awaitAccount();
    }

    /** A node that has started, at a time of its own, with blocks of 100 million gas. */
    static DevelopmentNode start(NodePackages packages, long genesisSeconds) {
        return start(packages, genesisSeconds, "--gas-limit", "100000000");
    }

    /** A node that has started, at a time of its own, with further options. */
    static DevelopmentNode start(NodePackages packages, long genesisSeconds, String... options) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    packages.node().toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--silent",
                    "--prune-history",
                    "64",
                    "--timestamp",
                    Long.toString(genesisSeconds)));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new DevelopmentNode(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private String awaitAccount() throws InterruptedException {
        for (int attempt = 0; process.isAlive() && attempt < 200; attempt++) {
            try {
                Matcher account = Pattern.compile("0x[0-9a-f]{40}").matcher(call("eth_accounts", ""));
                if (account.find()) {
                    return account.group();
                }
            } catch (UncheckedIOException notYet) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("the node does not answer");
    }

    /** The result of a request, in its JSON. */
    String call(String method, String parameters) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher result = RESULT.matcher(answer);
            if (!result.find()) {
                throw new IllegalStateException(method + ": " + answer);
            }
            return result.group(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The accounts that it signs for; the first is the one that {@link #deploy} and {@link #execute} send from. */
    List<String> accounts() {
        return Pattern.compile("0x[0-9a-f]{40}")
                .matcher(call("eth_accounts", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Processor time of the node's process so far, all of its threads that live, ns: the first number of Linux's {@code schedstat} of each. */
    long cpuNanos() {
        long nanos = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path each : threads) {
                String counts = Files.readString(each.resolve("schedstat"));
                nanos += Long.parseLong(counts.substring(0, counts.indexOf(' ')));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return nanos;
    }

    /** Sends a transaction of one of its accounts, which waits until a block is mined; further fields in JSON. */
    void submit(String from, String to, String data, String fields) {
        call(
                "eth_sendTransaction",
                "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"data\":\"0x" + data + "\"" + fields + "}");
    }

    /** Sets the time of the next block. */
    void nextBlockAt(long seconds) {
        call("evm_setNextBlockTimestamp", Long.toString(seconds));
    }

    /** Deploys a contract; its address. */
    String deploy(String code) {
        Matcher deployed = ADDRESS.matcher(send("", code));
        if (!deployed.find()) {
            throw new IllegalStateException("not deployed");
        }
        return deployed.group(1);
    }

    /** Executes a transaction that must succeed; the words that the contract itself has logged, an array for each log. */
    List<String[]> execute(String contract, String data) {
        List<String[]> logs = new ArrayList<>();
        Matcher log = LOG.matcher(send(contract, data));
        while (log.find()) {
            if (log.group(1).equals(contract)) {
                logs.add(log.group(2).split("(?<=\\G.{64})"));
            }
        }
        return logs;
    }

    /** The receipt of a transaction. */
    private String send(String to, String data) {
        String target = to.isEmpty() ? "" : "\"to\":\"" + to + "\",";
        String transaction =
                "{\"from\":\"" + sender + "\"," + target + "\"gas\":\"" + GAS + "\",\"data\":\"0x" + data + "\"}";
        String receipt = receipt(call("eth_sendTransaction", transaction));
        if (!receipt.contains("\"status\":\"0x1\"")) {
            // Asked again, the node says why.
            call("eth_call", transaction + ",\"latest\"");
            throw new IllegalStateException("reverted: " + receipt);
        }
        return receipt;
    }

    /** The hash is told before there is a receipt. */
    private String receipt(String hash) {
        String receipt = "null";
        for (int attempt = 0; receipt.equals("null") && attempt < 10_000; attempt++) {
            receipt = call("eth_getTransactionReceipt", hash);
        }
        return receipt;
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
