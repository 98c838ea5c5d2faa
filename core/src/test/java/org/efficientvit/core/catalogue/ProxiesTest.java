package org.efficientvit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  private static final URI ENCRYPTED = URI.create("https://weights.example/m0.pth");
  private static final URI OPEN = URI.create("http://weights.example/m0.pth");

  @Test
  void variablesNameTheProxyOfAScheme() {
    assertThat(port(ENCRYPTED, Map.of("https_proxy", "http://localhost:1"))).isEqualTo(1);
    assertThat(port(ENCRYPTED, Map.of("HTTPS_PROXY", "localhost:2"))).isEqualTo(2);
    assertThat(port(ENCRYPTED, Map.of("https_proxy", "localhost:1", "HTTPS_PROXY", "localhost:2")))
        .isEqualTo(1);
    assertThat(port(ENCRYPTED, Map.of("http_proxy", "localhost:3"))).isZero();
    assertThat(port(OPEN, Map.of("http_proxy", "localhost:3"))).isEqualTo(3);
    assertThat(port(OPEN, Map.of("HTTP_PROXY", "localhost:4"))).isZero();
    assertThat(port(OPEN, Map.of("ALL_PROXY", "localhost:5"))).isEqualTo(5);
    assertThat(port(OPEN, Map.of("http_proxy", "", "all_proxy", "localhost:6"))).isEqualTo(6);
    assertThat(port(OPEN, Map.of("http_proxy", "http://localhost/"))).isEqualTo(1080);
    assertThat(port(OPEN, Map.of())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "weights.example, weights.example, true",
    "weights.example, WEIGHTS.example., true",
    "example, weights.example, true",
    ".example, weights.example, true",
    ".weights.example, weights.example, true",
    "eights.example, weights.example, false",
    "weights.example, example, false",
    "'a.example, weights.example', weights.example, true",
    "*, weights.example, true",
    "*.example, weights.example, false",
    "10.0.0.0/8, 10.1.2.3, true",
    "10.0.0.0/8, 11.1.2.3, false",
    "10.0.0.0/99, 10.0.0.0, false",
    "10.0.0.0/15, 10.1.2.3, true",
    "10.0.0.0/16, 10.1.2.3, false",
    "127.0.0.1, 127.0.0.1, true",
    "0.0.1, 127.0.0.1, false",
    "::1, [::1], true",
    "'', weights.example, false",
  })
  void hostsAreExceptedAsCurlDoes(String list, String host, boolean excepted) {
    assertThat(new ProxyExceptions(list).contains(host)).isEqualTo(excepted);
    Map<String, String> environment = new HashMap<>(Map.of("http_proxy", "localhost:3"));
    environment.put("NO_PROXY", list);
    assertThat(port(URI.create("http://" + host + "/"), environment)).isEqualTo(excepted ? 0 : 3);
    environment.put("no_proxy", "");
    assertThat(port(URI.create("http://" + host + "/"), environment)).isEqualTo(3);
  }

  @Test
  void settingsOfJavaComeFirst() {
    ProxySelector settings = ProxySelector.of(new InetSocketAddress("localhost", 7));
    List<Proxy> proxies =
        new Proxies(Map.of("http_proxy", "localhost:3", "no_proxy", "*"), settings).select(OPEN);
    assertThat(proxies)
        .singleElement()
        .extracting(Proxy::address)
        .isEqualTo(new InetSocketAddress("localhost", 7));
  }

  @ParameterizedTest
  @CsvSource({"socks5://localhost:1", "https://localhost:1", "http://", "'http://a:secret@b c'"})
  void otherProxiesAreRefusedWithoutShowingAPassword(String value) {
    assertThatThrownBy(() -> port(OPEN, Map.of("http_proxy", value)))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("The variable http_proxy ")
        .hasMessageNotContaining("secret");
  }

  private static int port(URI url, Map<String, String> environment) {
    Proxy proxy = new Proxies(environment, null).select(url).get(0);
    return proxy.type() == Proxy.Type.DIRECT ? 0 : ((InetSocketAddress) proxy.address()).getPort();
  }
}
