package org.efficientvit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  private static final Catalogue CATALOGUE = Catalogue.published();

  @Test
  void everyVariantIsThereFromBothSourcesUnderANameAndAFileOfItsOwn() {
    assertThat(CATALOGUE.entries()).hasSize(2 * Variant.values().length);
    assertThat(CATALOGUE.entries()).extracting(CatalogueEntry::name).doesNotHaveDuplicates();
    assertThat(CATALOGUE.entries()).extracting(CatalogueEntry::file).doesNotHaveDuplicates();
    for (Variant variant : Variant.values()) {
      for (Source source : Source.values()) {
        CatalogueEntry entry = CATALOGUE.get(variant.id(), source);
        assertThat(entry.variant()).isEqualTo(variant);
        assertThat(entry.source()).isEqualTo(source);
        assertThat(entry.url().toString())
            .startsWith("https://")
            .contains("efficientvit_" + variant.id());
        assertThat(entry.licence()).isEqualTo("MIT");
        assertThat(entry.licenceFrom()).isNotBlank();
        assertThat(entry.top1From()).isNotBlank();
      }
    }
  }

  /** What the two publish is measured on the same weights by different programs. */
  @Test
  void bothSourcesPublishNearlyTheSameTopOne() {
    for (Variant variant : Variant.values()) {
      assertThat(CATALOGUE.get(variant.id(), Source.OFFICIAL).top1())
          .isCloseTo(CATALOGUE.get(variant.id(), Source.TIMM).top1(), within(0.1));
    }
  }

  @Test
  void sizesAreNearFourBytesForEachParameterAndSayWhenTheyAreThat() {
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry -> {
              double estimate =
                  4e-6
                      * NetworkCost.of(new EfficientViT(entry.variant().config()), 1, false)
                          .parameters();
              assertThat(entry.megabytes())
                  .isCloseTo(estimate, within(entry.isSizeEstimated() ? 0.051 : 0.5));
            });
    assertThat(CATALOGUE.entries()).anyMatch(CatalogueEntry::isSizeEstimated);
    assertThat(CATALOGUE.entries()).anyMatch(entry -> !entry.isSizeEstimated());
  }

  @Test
  void theDetectorOfThePaperIsThereByItsName() {
    CatalogueEntry entry = CATALOGUE.find("retinanet-m4").orElseThrow();

    assertThat(CATALOGUE.detectors()).containsExactly(entry);
    assertThat(CATALOGUE.entries()).doesNotContain(entry);
    assertThat(entry.task()).isEqualTo(CatalogueEntry.Task.DETECTION);
    assertThat(entry.variant()).isEqualTo(Variant.M4);
    assertThat(entry.top1()).isEqualTo(32.7);
    long parameters =
        Blueprint.of(new RetinaNet(RetinaNetConfig.published(Variant.M4), 512, 512), 1, false)
            .parameters()
            .stream()
            .filter(Parameter::isLearned)
            .mapToLong(parameter -> parameter.shape().elements())
            .sum();
    assertThat(entry.megabytes()).isCloseTo(4e-6 * parameters, within(0.051));
    assertThat(CATALOGUE.find("official:m4")).isEqualTo(CATALOGUE.find("m4"));
  }

  @Test
  void entriesHaveShortNamesAndNamesWithTheirSource() {
    assertThat(CATALOGUE.find("M4-TIMM").orElseThrow().source()).isEqualTo(Source.TIMM);
    assertThat(CATALOGUE.find("timm:m4")).isEqualTo(CATALOGUE.find("m4-timm"));
    assertThat(CATALOGUE.find("official:m4")).isEqualTo(CATALOGUE.find("m4"));
    assertThat(CATALOGUE.find("m6")).isEmpty();
    assertThat(CATALOGUE.get("m4", Source.TIMM).name()).isEqualTo("m4-timm");
    assertThat(CATALOGUE.get("official:m4", Source.TIMM).name()).isEqualTo("m4");
    assertThatThrownBy(() -> CATALOGUE.get("m6", Source.OFFICIAL))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("m6 is not in the catalogue")
        .hasMessageContaining("m5-timm");
  }

  @ParameterizedTest
  @CsvSource({
    "https://mirror.example, https://mirror.example/timm/",
    "https://mirror.example/, https://mirror.example/timm/",
    "http://localhost:80/hub/, http://localhost:80/hub/timm/"
  })
  void aMirrorHasTheSamePathBehindItsOwnAddress(URI mirror, String start) {
    assertThat(CATALOGUE.get("m0", Source.TIMM).at(mirror).toString())
        .isEqualTo(start + "efficientvit_m0.r224_in1k/resolve/main/model.safetensors");
  }
}
