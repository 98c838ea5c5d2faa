package org.efficientvit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.LoopbackServer.Then;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can happen on the way, with a server on this machine. */
class WeightFetcherTest {

  private static final CatalogueEntry M0 = Catalogue.published().find("timm:m0").orElseThrow();

  /** Long, so that a busy machine is not taken for a silent server. */
  private static final Duration STALL = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofMillis(1100);
  private static final int PART = 3_000_000;

  @TempDir private static Path made;
  private static byte[] weights;

  @TempDir private Path folder;
  private LoopbackServer server;
  private WeightStore store;
  private final List<DownloadProgress> heard = new ArrayList<>();

  @BeforeAll
  static void makeWeights() throws IOException {
    weights = weightsOf(Variant.M0.config(), 1);
  }

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
    store = new WeightStore(folder.resolve("weights"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFetchedFileIsWholeAndItsFingerprintIsKept() throws IOException {
    server.answer(LoopbackServer.file(weights, "\"1\""));

    FetchedFile fetched = fetch();

    assertThat(fetched.file()).isEqualTo(store.file(M0)).hasBinaryContent(weights);
    assertThat(fetched.bytes()).isEqualTo(weights.length);
    assertThat(fetched.sha256()).hasSize(64).isEqualTo(Sha256.of(store.file(M0)));
    assertThat(fetched.url()).isEqualTo(M0.at(server.url("")));
    assertThat(store.fetched(M0)).contains(fetched);
    assertThat(left()).containsExactlyInAnyOrder(M0.file(), M0.file() + ".json");
    assertThat(heard.get(heard.size() - 1))
        .isEqualTo(new DownloadProgress(weights.length, weights.length));
    assertThat(heard).extracting(DownloadProgress::bytes).isSorted();
  }

  @Test
  void aFileThatIsHereIsNotFetchedAgain() {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    FetchedFile first = fetch();

    assertThat(fetch()).isEqualTo(first);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFileThatWasCutOffIsNoFileAndIsGoneOnWith() throws IOException {
    server.answer(LoopbackServer.partOf(weights, PART, "ETag", "\"1\"", Then::hangUp));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InspectorException.class)
        .hasMessageMatching(
            "efficientvit_m0\\S+ was cut off after \\d\\.\\d of 9\\.\\d MB; fetch it again to go on from there\\.");
    long here = store.partialBytes(M0);
    assertThat(here).isPositive();
    assertThat(store.fetched(M0)).isEmpty();
    assertThat(store.file(M0)).doesNotExist();

    server.answer(LoopbackServer.file(weights, "\"1\""));
    fetch();

    assertThat(lastRequest().getFirst("Range")).isEqualTo("bytes=" + here + "-");
    assertThat(lastRequest().getFirst("If-Range")).isEqualTo("\"1\"");
    assertThat(store.file(M0)).hasBinaryContent(weights);
    assertThat(left()).containsExactlyInAnyOrder(M0.file(), M0.file() + ".json");
  }

  @Test
  void aNewVersionBeginsAnew() {
    cutOff("ETag", "\"old\"");

    server.answer(LoopbackServer.file(weights, "\"new\""));
    fetch();

    assertThat(lastRequest().getFirst("If-Range")).isEqualTo("\"old\"");
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void aPartFromAnotherAddressBeginsAnew() {
    cutOff("ETag", "\"1\"");

    server.answer(LoopbackServer.file(weights, "\"1\""));
    fetcher(server.url("/mirror"), Disk.real()).fetch(M0, heard::add);

    assertThat(lastRequest().getFirst("Range")).isNull();
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @ParameterizedTest
  @CsvSource({
    "Last-Modified, 'Sat, 01 Jul 2023 10:00:00 GMT', true",
    "ETag, W/\"1\", false",
    "Server, none, false"
  })
  void onlyAVersionThatPromisesTheSameBytesIsGoneOnWith(
      String header, String value, boolean goesOn) {
    cutOff(header, value);

    server.answer(LoopbackServer.file(weights, value));
    fetch();

    assertThat(lastRequest().getFirst("If-Range")).isEqualTo(goesOn ? value : null);
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void aServerThatGoesOnElsewhereIsAskedForTheWhole() {
    cutOff("ETag", "\"1\"");
    server.answer(
        exchange -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-9/10");
            exchange.sendResponseHeaders(206, 5);
            exchange.getResponseBody().write(new byte[5]);
          } else {
            LoopbackServer.send(exchange, "application/octet-stream", weights);
          }
        });

    fetch();

    assertThat(server.requests()).hasSize(3);
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void aPartThatLacksNothingIsAccepted() throws IOException {
    cutOff("ETag", "\"1\"");
    Files.write(store.partial(M0).path(), weights);
    server.answer(LoopbackServer.file(weights, "\"1\""));

    fetch();

    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void aPartThatIsLongerThanTheFileBeginsAnew() throws IOException {
    cutOff("ETag", "\"1\"");
    Files.write(store.partial(M0).path(), new byte[weights.length + 1]);
    server.answer(LoopbackServer.file(weights, "\"1\""));

    fetch();

    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void whoeverListensCanEndItAndGoOnLater() {
    server.answer(LoopbackServer.partOf(weights, PART, "ETag", "\"1\"", Then::stall));
    WeightFetcher fetcher = fetcher(server.url(""), Disk.real());

    assertThatThrownBy(
            () ->
                fetcher.fetch(
                    M0,
                    progress -> {
                      if (progress.bytes() == PART) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(store.partialBytes(M0)).isEqualTo(PART);
    assertThat(store.file(M0)).doesNotExist();

    server.answer(LoopbackServer.file(weights, "\"1\""));
    fetch();
    assertThat(lastRequest().getFirst("Range")).isEqualTo("bytes=" + PART + "-");
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    server.answer(LoopbackServer.partOf(weights, PART, "ETag", "\"1\"", Then::stall));
    assertThatThrownBy(() -> impatient().fetch(M0, heard::add))
        .isInstanceOf(InspectorException.class)
        .hasMessageMatching(
            "\\S+ stopped coming after \\d\\.\\d of 9\\.\\d MB, with nothing for 1 seconds; fetch it again to go on from there\\.");
    assertThat(store.partialBytes(M0)).isPositive();
    assertThat(store.file(M0)).doesNotExist();
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.answer(exchange -> Then.stall());
    assertThatThrownBy(() -> impatient().fetch(M0, heard::add))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(M0.file() + " was not fetched: localhost did not answer in time;");
    assertThat(left()).isEmpty();
  }

  private WeightFetcher impatient() {
    return new WeightFetcher(
        store,
        new Downloader(() -> Downloader.client(new Proxies(Map.of(), null)), SHORT),
        Optional.of(server.url("")));
  }

  @ParameterizedTest
  @CsvSource({
    "404, nothing is at http://localhost",
    "403, may not be read from here (status 403)",
    "500, localhost answered with status 500; fetch it again later",
    "206, localhost answered with status 206",
    "304, localhost answered with status 304"
  })
  void otherAnswersThanTheFileAreSaid(int status, String sentence) {
    server.answer(exchange -> LoopbackServer.status(exchange, status));
    assertRefused(sentence);
  }

  @Test
  void aWebPageIsNoWeights() {
    byte[] page = "<!DOCTYPE html><p>Sign in".getBytes(StandardCharsets.UTF_8);
    server.answer(exchange -> LoopbackServer.send(exchange, "Text/HTML; charset=utf-8", page));
    assertRefused("answered with a web page instead of it");

    server.answer(exchange -> LoopbackServer.send(exchange, "application/octet-stream", page));
    assertRefused("was not accepted (it ");
  }

  @Test
  void aWebPageTakesNothingOfWhatIsHere() {
    cutOff("ETag", "\"1\"");
    long here = store.partialBytes(M0);
    server.answer(exchange -> LoopbackServer.send(exchange, "text/html", new byte[9]));
    assertThatThrownBy(this::fetch).hasMessageContaining("a web page");
    assertThat(store.partialBytes(M0)).isEqualTo(here);
  }

  @Test
  void aFileThatIsShortWithoutSayingSoIsNotAccepted() {
    server.answer(
        exchange -> {
          // Of no promised length, so that its end looks like any other.
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(Arrays.copyOf(weights, PART));
        });
    assertRefused("was not accepted (it is damaged");
  }

  @Test
  void weightsOfAnotherNetworkAreNotAccepted() throws IOException {
    byte[] other = weightsOf(Variant.M1.config(), 1);
    server.answer(LoopbackServer.file(other, "\"1\""));
    assertRefused("was not accepted (it holds weights of m1, not of m0");

    byte[] tenClasses = weightsOf(Variant.M0.config().withClasses(10), 1);
    server.answer(LoopbackServer.file(tenClasses, "\"1\""));
    assertRefused("was not accepted (it is for 224 pixels and 10 classes)");
  }

  @Test
  void redirectsAreFollowedWithTheRange() {
    cutOff("ETag", "\"1\"");
    server.answer(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/elsewhere")) {
            LoopbackServer.file(weights, "\"1\"").handle(exchange);
          } else {
            LoopbackServer.redirect(exchange, "/elsewhere?signed=yes");
          }
        });
    fetch();
    assertThat(lastRequest().getFirst("Range")).isNotNull();
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void redirectsInCirclesAndToNowhereAreRefused() {
    server.answer(
        exchange ->
            LoopbackServer.redirect(
                exchange, exchange.getRequestURI().getPath().equals("/a") ? "/b" : "/a"));
    assertRefused("localhost sends the request round in circles");
    server.answer(
        exchange -> LoopbackServer.redirect(exchange, "/next" + server.requests().size()));
    assertRefused("localhost sends the request round in circles");
    server.answer(exchange -> LoopbackServer.redirect(exchange, "file:///etc/hosts"));
    assertRefused("an address that makes no sense");
    server.answer(exchange -> LoopbackServer.status(exchange, 302));
    assertRefused("an address that makes no sense");
  }

  @Test
  void anEncryptedAddressThatLeadsToAnOpenOneIsRefused() throws Exception {
    SelfSigned certificate = SelfSigned.forLocalhost(folder);
    server.answer(LoopbackServer.file(weights, "\"1\""));
    try (LoopbackServer encrypted = certificate.server()) {
      URI url = URI.create("https://localhost:" + encrypted.port());
      encrypted.answer(LoopbackServer.file(weights, "\"1\""));
      WeightFetcher trusting =
          new WeightFetcher(
              store,
              new Downloader(
                  () -> HttpClient.newBuilder().sslContext(certificate.trusting()).build(), STALL),
              Optional.of(url));
      trusting.fetch(M0, heard::add);
      assertThat(store.file(M0)).hasBinaryContent(weights);
      Files.delete(store.file(M0));

      encrypted.answer(
          exchange -> LoopbackServer.redirect(exchange, server.url("/open").toString()));
      assertThatThrownBy(() -> trusting.fetch(M0, heard::add))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("sends it on to localhost, which is not encrypted");
      assertThat(server.requests()).isEmpty();
      assertThat(left()).containsExactly(M0.file() + ".json");

      assertThatThrownBy(() -> fetcher(url, Disk.real()).fetch(M0, heard::add))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("the secure connection to localhost failed");
    }
  }

  @Test
  void withoutANetworkItIsSaidWhatToDo() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    for (String address : List.of("http://localhost:" + closed, "http://nowhere.invalid")) {
      String reason = address.contains("invalid") ? "nobody knows an address" : "no connection";
      assertThatThrownBy(() -> fetcher(URI.create(address), Disk.real()).fetch(M0, heard::add))
          .isInstanceOf(InspectorException.class)
          .hasMessageStartingWith(M0.file() + " was not fetched: ")
          .hasMessageContaining("cannot be reached (" + reason)
          .hasMessageContaining("check the network and the proxy settings")
          .hasMessageContaining("download it by hand from " + address)
          .hasMessageEndingWith("open that file (--weights FILE).");
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aDiskThatFillsUpIsSaidAndTheRestComesLater() {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    assertThatThrownBy(
            () ->
                fetcher(server.url(""), new SmallDisk(PART, Long.MAX_VALUE)).fetch(M0, heard::add))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(M0.file() + " was not fetched: " + store.folder())
        .hasMessageContaining("(No space left on device); make room");
    assertThat(store.file(M0)).doesNotExist();

    fetch();
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void withoutRoomNothingIsWritten() throws IOException {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    assertThatThrownBy(
            () ->
                fetcher(server.url(""), new SmallDisk(PART, weights.length - 1))
                    .fetch(M0, heard::add))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("it needs 9.")
        .hasMessageContaining("are free; make room and fetch it again.");
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherFileThanTheFirstIsReportedAndTheFirstIsKept() throws IOException {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    FetchedFile first = fetch();
    Files.delete(first.file());

    byte[] other = weightsOf(Variant.M0.config(), 2);
    server.answer(LoopbackServer.file(other, "\"2\""));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("sends another file than the one accepted on " + first.date())
        .hasMessageContaining("then " + first.sha256().substring(0, 12))
        .hasMessageContaining("delete " + WeightStore.record(first.file()));
    assertThat(left()).containsExactly(M0.file() + ".json");

    Files.delete(WeightStore.record(first.file()));
    assertThat(fetch().sha256()).isNotEqualTo(first.sha256());
  }

  @Test
  void aFileThatChangedOnTheDiskIsReportedAndFetchedAgain() throws IOException {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    FetchedFile first = fetch();
    store.requireUnchanged(first.file());
    byte[] changed = weights.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(first.file(), changed);

    assertThatThrownBy(() -> store.requireUnchanged(first.file()))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("its SHA-256 has changed")
        .hasMessageContaining("inspector weights fetch m0-timm");
    store.requireUnchanged(Files.copy(first.file(), folder.resolve("elsewhere.safetensors")));

    assertThat(fetch()).isEqualTo(first);
    assertThat(first.file()).hasBinaryContent(weights);
  }

  @Test
  void aFileWithoutItsFingerprintDoesNotCount() throws IOException {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    FetchedFile first = fetch();
    Files.writeString(WeightStore.record(first.file()), "{\"model\": \"m0\"}");
    assertThat(store.fetched(M0)).isEmpty();
    fetch();
    assertThat(store.fetched(M0)).contains(first);
  }

  @Test
  void aSecondFetchOfTheSameFileWaitsForNobody() {
    server.answer(LoopbackServer.file(weights, "\"1\""));
    List<String> refusals = new ArrayList<>();
    fetcher(server.url(""), Disk.real())
        .fetch(
            M0,
            progress -> {
              try {
                fetch();
              } catch (InspectorException e) {
                refusals.add(e.getMessage());
              }
            });
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(refusal -> assertThat(refusal).contains("another window or command"));
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user:p%40ss@"})
  void theProxyOfTheEnvironmentIsAsked(String credentials) {
    server.answer(
        exchange -> {
          String answer = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          // "user:p@ss" in Base64
          if (!credentials.isEmpty() && !"Basic dXNlcjpwQHNz".equals(answer)) {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"way out\"");
            exchange.sendResponseHeaders(407, -1);
          } else {
            LoopbackServer.file(weights, "\"1\"").handle(exchange);
          }
        });
    Proxies proxies =
        new Proxies(
            Map.of("http_proxy", "http://" + credentials + "localhost:" + server.port()), null);

    new WeightFetcher(
            store,
            new Downloader(() -> Downloader.client(proxies), STALL),
            Optional.of(URI.create("http://weights.example")))
        .fetch(M0, heard::add);

    assertThat(lastRequest().getFirst("Host")).isEqualTo("weights.example");
    assertThat(store.file(M0)).hasBinaryContent(weights);
  }

  @Test
  void theProxyOfEncryptedAddressesIsGivenItsNameAndPassword() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (ServerSocket proxy = new ServerSocket(0)) {
      Thread thread = new Thread(() -> refuseTunnels(proxy, heads));
      thread.start();
      Proxies proxies =
          new Proxies(
              Map.of("https_proxy", "http://user:p%40ss@localhost:" + proxy.getLocalPort()), null);
      WeightFetcher fetcher =
          new WeightFetcher(
              store,
              new Downloader(() -> Downloader.client(proxies), STALL),
              Optional.of(URI.create("https://weights.example")));
      assertThatThrownBy(() -> fetcher.fetch(M0, heard::add))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("weights.example cannot be reached (Tunnel failed, got: 503)");
      thread.join();
    }
    assertThat(heads).hasSize(2).allMatch(head -> head.startsWith("CONNECT weights.example:443 "));
    assertThat(heads.get(0)).doesNotContain("Proxy-Authorization");
    assertThat(heads.get(1)).contains("Proxy-Authorization: Basic dXNlcjpwQHNz");
  }

  /** A proxy that first asks who is there and then is out of order. */
  private static void refuseTunnels(ServerSocket proxy, List<String> heads) {
    for (String answer :
        List.of("407 Who\r\nProxy-Authenticate: Basic realm=\"way out\"", "503 Out of order")) {
      try (Socket socket = proxy.accept()) {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
          head.append((char) socket.getInputStream().read());
        }
        heads.add(head.toString());
        String reply = "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FetchedFile fetch() {
    return fetcher(server.url(""), Disk.real()).fetch(M0, heard::add);
  }

  private WeightFetcher fetcher(URI mirror, Disk disk) {
    return new WeightFetcher(
        new WeightStore(store.folder(), disk),
        new Downloader(() -> Downloader.client(new Proxies(Map.of(), null)), STALL),
        Optional.of(mirror));
  }

  private void cutOff(String header, String value) {
    server.answer(LoopbackServer.partOf(weights, PART, header, value, Then::hangUp));
    assertThatThrownBy(this::fetch).hasMessageContaining("was cut off");
    assertThat(store.partialBytes(M0)).isPositive();
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(M0.file() + " was not fetched: ")
        .hasMessageContaining(sentence)
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
    assertThat(left()).isEmpty();
  }

  private Headers lastRequest() {
    return server.requests().get(server.requests().size() - 1);
  }

  /** What lies in the folder but for locks. */
  private List<String> left() {
    try (Stream<Path> files = Files.list(store.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] weightsOf(EfficientViTConfig config, long seed) throws IOException {
    Path file = made.resolve("made.safetensors");
    SafetensorsWriter.write(
        file, SeededWeights.of(new EfficientViT(config), seed), DType.FLOAT32, Map.of());
    return Files.readAllBytes(file);
  }

  /** A disk that takes so many bytes and says that so many are free. */
  private record SmallDisk(long takes, long usable) implements Disk {

    @Override
    public WritableByteChannel open(Path file, OpenOption... options) throws IOException {
      WritableByteChannel out = Disk.real().open(file, options);
      return new WritableByteChannel() {
        private long taken;

        @Override
        public int write(ByteBuffer bytes) throws IOException {
          if (taken + bytes.remaining() > takes) {
            throw new IOException("No space left on device");
          }
          taken += bytes.remaining();
          return out.write(bytes);
        }

        @Override
        public boolean isOpen() {
          return out.isOpen();
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }

    @Override
    public long usableSpace(Path folder) {
      return usable;
    }
  }
}
