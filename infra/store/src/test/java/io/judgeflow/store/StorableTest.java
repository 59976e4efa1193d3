package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTest {

    @Test
    void replacesNulAndLoneSurrogates() {
        assertThat(Storable.text("\0a\0")).isEqualTo("\uFFFDa\uFFFD");
        assertThat(Storable.text("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(Storable.text("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void leavesEverythingElseAlone() {
        var text = "line\n\tč 😀 \u0001";

        assertThat(Storable.text(text)).isSameAs(text);
        assertThat(Storable.text(null)).isNull();
    }
}
