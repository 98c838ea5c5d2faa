package org.efficientvit.core.catalogue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are reached without the proxy: {@code NO_PROXY} as curl reads it. A name stands
 * for its whole domain, an address may be a network ({@code 10.0.0.0/8}), {@code *} is every host.
 */
final class ProxyExceptions {

  private final List<String> rules;

  ProxyExceptions(String list) {
    this.rules =
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .filter(rule -> !rule.isEmpty())
            .toList();
  }

  boolean contains(String host) {
    String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
    return rules.stream().anyMatch(rule -> rule.equals("*") || matches(rule, bare));
  }

  private static boolean matches(String rule, String host) {
    int slash = rule.indexOf('/');
    if (isAddress(host)) {
      return slash < 0
          ? host.equals(rule)
          : inNetwork(rule.substring(0, slash), rule.substring(slash + 1), host);
    }
    String domain = rule.startsWith(".") ? rule.substring(1) : rule;
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  private static boolean inNetwork(String network, String length, String host) {
    if (!isAddress(network) || !length.matches("\\d{1,3}")) {
      return false;
    }
    try {
      // Of digits and dots or colons, so that no name is looked up.
      byte[] wanted = InetAddress.getByName(network).getAddress();
      byte[] asked = InetAddress.getByName(host).getAddress();
      int bits = Integer.parseInt(length);
      return wanted.length == asked.length
          && bits <= 8 * wanted.length
          && samePrefix(wanted, asked, bits);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean samePrefix(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
