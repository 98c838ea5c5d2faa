package org.efficientvit.core.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.Architecture.Layout;
import org.efficientvit.core.network.Architecture.Normalisation;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Activation;

/**
 * What can be changed about a network, in the order in which several changes are applied: heads
 * before what is as wide as a head.
 */
public enum ChangedPart {
  /** Blocks with attention in each stage. */
  DEPTH("N,N,N") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      return inEachStage(value, 1, MOST, StageConfig::withDepth);
    }
  },
  /** h; a head beyond the list of query kernels takes the last one's: 7, 5, 3, 3, 3 and so on. */
  HEADS("H or H,H,H, from 1 to 8") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      UnaryOperator<Setup> heads = inEachStage(value, 1, MOST, StageConfig::withHeads);
      return setup -> heads.apply(setup.with(withKernelForEveryHead(setup.config())));
    }
  },
  /** K; {@code value} for as wide as values, D. */
  KEY_WIDTH("value or K or K,K,K") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      if (value.equals("value")) {
        return setup ->
            setup.with(
                setup
                    .config()
                    .withStages(
                        setup.config().stages().stream()
                            .map(stage -> stage.withKeyWidth(stage.valueWidth()))
                            .toList()));
      }
      return inEachStage(value, 1, MOST_CHANNELS, StageConfig::withKeyWidth);
    }
  },
  /** Whether heads read their own split of the channels or all of them, which ends the cascade. */
  ATTENTION("split or full") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      HeadInput input = choose(value, HeadInput.class);
      return inArchitecture(
          architecture ->
              architecture.withHeads(input, architecture.cascade() && input == HeadInput.SPLIT));
    }
  },
  /** Whether a head's output is added to what the next one reads. */
  CASCADE("on or off") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      boolean on = isOn(value);
      return inArchitecture(architecture -> architecture.withHeads(architecture.headInput(), on));
    }
  },
  /** Whether a depthwise convolution stands on the query. */
  QUERY_CONVOLUTION("on or off") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      boolean on = isOn(value);
      return inArchitecture(architecture -> architecture.withQueryConvolution(on));
    }
  },
  /** Whether a depthwise convolution stands before each feed-forward. */
  TOKEN_INTERACTION("on or off") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      boolean on = isOn(value);
      return inArchitecture(architecture -> architecture.withTokenInteraction(on));
    }
  },
  /** What stands round an attention. */
  LAYOUT("sandwich or swin") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      Layout layout = choose(value, Layout.class);
      return inArchitecture(architecture -> architecture.withLayout(layout));
    }
  },
  /** N, pairs of token interaction and feed-forward on each side of an attention. */
  PAIRS("N, from 1 to 8") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      int pairs = whole(value, 1, MOST);
      return setup -> setup.with(setup.config().withPairs(pairs));
    }
  },
  /** Channels inside a feed-forward for each one outside. */
  FFN_RATIO("N, from 1 to 8") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      int ratio = whole(value, 1, MOST);
      return inArchitecture(architecture -> architecture.withFeedForwardRatio(ratio));
    }
  },
  /** What stands in place of every ReLU. */
  ACTIVATION("relu, gelu or hardswish") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      Activation.Function function =
          switch (value) {
            case "relu" -> Activation.Function.RELU;
            case "gelu" -> Activation.Function.GELU;
            case "hardswish" -> Activation.Function.HARD_SWISH;
            default -> throw refused(value);
          };
      return inArchitecture(architecture -> architecture.withActivation(function));
    }
  },
  /** BatchNorm folded into the layers beside it, BatchNorm as trained, or LayerNorm. */
  NORM("folded, unfolded or layer") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      return switch (value) {
        case "folded" -> setup -> normalised(setup, Normalisation.BATCH, true);
        case "unfolded" -> setup -> normalised(setup, Normalisation.BATCH, false);
        case "layer" -> setup -> normalised(setup, Normalisation.LAYER, true);
        default -> throw refused(value);
      };
    }
  },
  /** Side of the pictures in pixels. */
  IMAGE_SIZE("N") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      int size = whole(value, 1, EfficientViTConfig.LARGEST_IMAGE);
      return setup -> setup.with(setup.config().withImageSize(size));
    }
  },
  /** Rows, and columns, of a window. */
  WINDOW("N or N,N,N") {
    @Override
    UnaryOperator<Setup> effect(String value) {
      return inEachStage(value, 1, MOST_TOKENS, StageConfig::withWindow);
    }
  };

  private static final int MOST = 8;
  private static final int MOST_CHANNELS = 1024;
  private static final int MOST_TOKENS =
      EfficientViTConfig.LARGEST_IMAGE / EfficientViTConfig.PATCH;
  private static final int STAGES = 3;

  private final String takes;

  ChangedPart(String takes) {
    this.takes = takes;
  }

  /** The word on the command line: {@code query-convolution}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it can be changed to, as a person reads it. */
  public String takes() {
    return takes;
  }

  /**
   * What a change to this value does.
   *
   * @throws InspectorException if there is no such value; the effect itself throws it where no
   *     network can be made
   */
  abstract UnaryOperator<Setup> effect(String value);

  /** One figure of a stage. */
  @FunctionalInterface
  interface StageFigure {
    /** The same stage with another figure. */
    StageConfig with(StageConfig stage, int figure);
  }

  /** A figure for all stages, or one for each. */
  UnaryOperator<Setup> inEachStage(String value, int least, int most, StageFigure figure) {
    String[] words = value.split(",", -1);
    if (words.length != 1 && words.length != STAGES) {
      throw refused(value);
    }
    List<Integer> figures = Arrays.stream(words).map(word -> whole(word, least, most)).toList();
    return setup -> {
      List<StageConfig> stages = new ArrayList<>();
      for (int i = 0; i < STAGES; i++) {
        int number = figures.get(figures.size() == 1 ? 0 : i);
        stages.add(figure.with(setup.config().stages().get(i), number));
      }
      return setup.with(setup.config().withStages(stages));
    };
  }

  private static UnaryOperator<Setup> inArchitecture(UnaryOperator<Architecture> change) {
    return setup -> setup.with(change.apply(setup.config().architecture()));
  }

  private static Setup normalised(Setup setup, Normalisation normalisation, boolean folded) {
    Architecture architecture = setup.config().architecture().withNormalisation(normalisation);
    return new Setup(setup.config().withArchitecture(architecture), folded);
  }

  private static EfficientViTConfig withKernelForEveryHead(EfficientViTConfig config) {
    List<Integer> kernels = new ArrayList<>(config.queryKernels());
    while (kernels.size() < MOST) {
      kernels.add(kernels.get(kernels.size() - 1));
    }
    return config.withQueryKernels(kernels);
  }

  boolean isOn(String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw refused(value);
    };
  }

  <E extends Enum<E>> E choose(String value, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> refused(value));
  }

  int whole(String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is out of bounds.
    }
    throw refused(value);
  }

  InspectorException refused(String value) {
    return new InspectorException("%s takes %s, not '%s'.".formatted(id(), takes, value));
  }
}
