package catallaxy.environment.market.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node of a chain of its own, with an account that it signs for; it mines each transaction at once. One thread's. */
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

    /** A node that has started, at a time of its own. */
    static DevelopmentNode start(NodePackages packages, long genesisSeconds) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            packages.node().toString(),
                            "--host",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--silent",
                            "--prune-history",
                            "64",
                            "--gas-limit",
                            "100000000",
                            "--timestamp",
                            Long.toString(genesisSeconds))
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
        String hash = call(
                "eth_sendTransaction",
                "{\"from\":\"" + sender + "\"," + target + "\"gas\":\"" + GAS + "\",\"data\":\"0x" + data + "\"}");
        String receipt = receipt(hash);
        if (!receipt.contains("\"status\":\"0x1\"")) {
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
