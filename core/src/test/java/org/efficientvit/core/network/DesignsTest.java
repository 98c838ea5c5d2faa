package org.efficientvit.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.efficientvit.core.InspectorException;
import org.junit.jupiter.api.Test;

class DesignsTest {

  @Test
  void everyNetworkAnswersToItsNameAndIsAsPublished() {
    for (Design design : Designs.all()) {
      Network network = design.network();

      assertThat(network.name()).isEqualTo(design.id());
      assertThat(network.imageSize()).isEqualTo(design.imageSize());
      assertThat(network.classes()).isEqualTo(Design.CLASSES);
      assertThat(Designs.find(design.id().toUpperCase(java.util.Locale.ROOT))).contains(design);
    }
    assertThat(Designs.all()).extracting(Design::id).doesNotHaveDuplicates();
    assertThat(Designs.find("resnet50")).isEmpty();
  }

  @Test
  void onlyTheSixOfThePaperAreVariants() {
    for (Variant variant : Variant.values()) {
      Design design = Designs.of(variant);

      assertThat(design.variant()).contains(variant);
      assertThat(design.displayName()).isEqualTo("EfficientViT-" + variant);
    }
    assertThat(Designs.rivals()).noneMatch(design -> design.variant().isPresent());
  }

  @Test
  void everyNetworkTakesPicturesOfAnotherSizeAndRefusesThoseThatItCannot() {
    for (Design design : Designs.all()) {
      assertThat(Designs.sized(design.network(), 256).imageSize()).isEqualTo(256);
      assertThatThrownBy(() -> design.network(8))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("not 8.");
    }
    assertThatThrownBy(() -> Designs.find("deit-tiny").orElseThrow().network(1040))
        .hasMessage(
            "DeiT-Tiny takes pictures whose side is a multiple of 16 from 16 to 1024, not 1040.");
  }
}
