package org.efficientvit.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.junit.jupiter.api.Test;

class FigureContextTest {

  @Test
  void aModelIsCalledAsInThePaperAndAPictureByItsFile() {
    FigureContext context =
        FigureContext.of(Model.random(Variant.M0.config(), 7), "/data/cats/tabby.jpg");

    assertThat(context.line()).isEqualTo("EfficientViT-M0 · tabby.jpg · random weights (seed 7)");
    assertThat(context.isRandom()).isTrue();
  }

  @Test
  void networksOfOtherFamiliesAreCalledAsInTheirs() {
    Model model = Model.random(Designs.find("mobilenetv3-large").orElseThrow().network(), 0);

    assertThat(FigureContext.of(model, null).network()).isEqualTo("MobileNetV3-Large");
  }

  @Test
  void randomWeightsSaySoWhateverTheyAreCalled() {
    assertThat(new FigureContext("m9", null, "seed 3", true).line())
        .isEqualTo("m9 · random weights (seed 3)");
  }
}
