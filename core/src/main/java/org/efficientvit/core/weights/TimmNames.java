package org.efficientvit.core.weights;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the names of timm's {@code efficientvit_msra.py} to those of the official network, by rule
 * and so for any depth and any number of heads.
 */
final class TimmNames {

  /** From the second stage on, the official list of blocks begins with these three. */
  private static final Map<String, Integer> DOWNSAMPLING =
      Map.of("res1", 0, "patchmerge", 1, "res2", 2);

  /** The official patch embedding is a list in which every second entry is a ReLU. */
  private static final Pattern PATCH_EMBED = Pattern.compile("patch_embed\\.conv(\\d{1,3})\\.(.+)");

  private static final Pattern BLOCK =
      Pattern.compile("stages\\.(\\d{1,3})\\.blocks\\.(\\d{1,3})\\.(.+)");

  private static final Pattern DOWNSAMPLE =
      Pattern.compile("stages\\.(\\d{1,3})\\.downsample\\.(res1|patchmerge|res2)\\.(.+)");

  private static final Pattern HEAD = Pattern.compile("(head|head_dist)\\.linear\\.(.+)");

  private TimmNames() {}

  /** Whether a name is one that only timm gives. */
  static boolean isTimm(String name) {
    return Stream.of(PATCH_EMBED, BLOCK, DOWNSAMPLE, HEAD).anyMatch(p -> p.matcher(name).matches());
  }

  /** The official name; a name that the two schemes share stays as it is. */
  static String toOfficial(String name) {
    Matcher embed = PATCH_EMBED.matcher(name);
    if (embed.matches()) {
      return "patch_embed.%d.%s".formatted(2 * (number(embed, 1) - 1), layer(embed.group(2)));
    }
    Matcher block = BLOCK.matcher(name);
    if (block.matches()) {
      int stage = number(block, 1);
      int before = stage == 0 ? 0 : DOWNSAMPLING.size();
      return official(stage, before + number(block, 2), block.group(3));
    }
    Matcher downsample = DOWNSAMPLE.matcher(name);
    if (downsample.matches()) {
      int index = DOWNSAMPLING.getOrDefault(downsample.group(2), 0);
      return official(number(downsample, 1), index, downsample.group(3));
    }
    Matcher head = HEAD.matcher(name);
    return head.matches() ? head.group(1) + ".l." + head.group(2) : name;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static String official(int stage, int index, String rest) {
    return "blocks%d.%d.%s".formatted(stage + 1, index, layer(rest));
  }

  /**
   * A convolution with its BatchNorm calls the convolution {@code conv} in timm, else {@code c}.
   */
  private static String layer(String rest) {
    return Stream.of(rest.split("\\.", -1))
        .map(part -> part.equals("conv") ? "c" : part)
        .collect(Collectors.joining("."));
  }
}
