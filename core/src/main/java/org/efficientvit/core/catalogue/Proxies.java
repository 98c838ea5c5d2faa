package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/**
 * The way out: Java's own settings, and where they name no proxy the variables that curl knows:
 * {@code https_proxy}, {@code http_proxy} (in small letters alone), {@code all_proxy} and {@code
 * no_proxy}.
 */
final class Proxies extends ProxySelector {

  /** curl's. */
  private static final int USUAL_PORT = 1080;

  private final Map<String, String> environment;
  private final @Nullable ProxySelector settings;

  /**
   * A way out.
   *
   * @param environment the variables
   * @param settings asked first; null for none
   */
  Proxies(Map<String, String> environment, @Nullable ProxySelector settings) {
    this.environment = environment;
    this.settings = settings;
  }

  @Override
  public List<Proxy> select(URI url) {
    List<Proxy> set = settings == null ? List.of() : settings.select(url);
    if (set.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
      return set;
    }
    return List.of(
        named(url)
            .map(
                proxy ->
                    new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(
                            proxy.getHost(), proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort())))
            .orElse(Proxy.NO_PROXY));
  }

  /** Answers the proxy that the environment names with the name and password that stand there. */
  Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY) {
          return null;
        }
        return named(URI.create(getRequestingURL().toString()))
            .map(URI::getRawUserInfo)
            .map(Proxies::credentials)
            .orElse(null);
      }
    };
  }

  private static PasswordAuthentication credentials(String info) {
    String[] parts = info.split(":", 2);
    return new PasswordAuthentication(
        decode(parts[0]), decode(parts.length < 2 ? "" : parts[1]).toCharArray());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The proxy that the environment names for an address. */
  private Optional<URI> named(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    Stream<String> variables =
        scheme.equals("http")
            // Servers pass a header named Proxy on as HTTP_PROXY, which therefore counts nowhere.
            ? Stream.of("http_proxy", "all_proxy", "ALL_PROXY")
            : Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    Optional<String> variable = variables.filter(name -> !value(name).isEmpty()).findFirst();
    String exceptions = value(environment.containsKey("no_proxy") ? "no_proxy" : "NO_PROXY");
    if (variable.isEmpty() || new ProxyExceptions(exceptions).contains(url.getHost())) {
      return Optional.empty();
    }
    return Optional.of(parse(variable.get(), value(variable.get())));
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "").strip();
  }

  private static URI parse(String variable, String value) {
    try {
      URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
      if (proxy.getHost() != null && Objects.equals(proxy.getScheme(), "http")) {
        return proxy;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the value: it may hold a password.
    }
    throw new InspectorException(
        "The variable %s names no proxy of the form http://HOST:PORT, and others cannot be used; correct it or take it away."
            .formatted(variable));
  }

  @Override
  public void connectFailed(URI url, SocketAddress address, IOException failure) {
    // Whoever asked hears it too.
  }
}
