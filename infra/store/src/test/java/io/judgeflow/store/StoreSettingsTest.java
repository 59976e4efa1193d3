package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {

    @Test
    void readsAUrlAsSupabaseShowsIt() {
        var url = DatabaseUrl.parse(
                "postgresql://postgres.abc:p%40ss%2Fw+rd@aws-0-eu.pooler.supabase.com:6543/postgres?sslmode=require");

        assertThat(url.host()).isEqualTo("aws-0-eu.pooler.supabase.com");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.user()).isEqualTo("postgres.abc");
        assertThat(url.password()).isEqualTo("p@ss/w+rd");
        assertThat(url.database()).isEqualTo("postgres");
        assertThat(url.parameter("sslmode", "prefer")).isEqualTo("require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://postgres.abc:x@aws-0-eu.pooler.supabase.com:6543/postgres?sslmode=require&supa=base-pooler.x",
                "postgres://postgres.abc:x@pooler.example.com:7777/postgres?pgbouncer=true&connection_limit=1"
            })
    void knowsATransactionPooler(String url) {
        assertThat(DatabaseUrl.parse(url).pooledByTransaction()).isTrue();
    }

    @Test
    void fillsInWhatIsUsual() {
        var url = DatabaseUrl.parse("postgres://ann@[::1]");

        assertThat(url.host()).isEqualTo("::1");
        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.pooledByTransaction()).isFalse();
        assertThat(url.database()).isEqualTo("ann");
        assertThat(url.password()).isNull();
    }

    @Test
    void showsNoPassword() {
        var settings = StoreSettings.of("postgresql://ann:secret@localhost/judgeflow");

        assertThat(settings.toString()).contains("ann@localhost:5432/judgeflow").doesNotContain("secret");
        assertThat(ConnectionPools.open(settings).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://ann:secret@localhost/judgeflow",
                "postgresql://localhost/judgeflow",
                "postgresql://ann:secret@a,b/judgeflow",
                "postgresql://ann:se cret@localhost/judgeflow",
                "postgresql://ann:secret%zz@localhost/judgeflow",
                "postgresql://ann:secret@localhost/judgeflow?unheard=of",
                "postgresql://ann:secret@localhost/judgeflow?sslmode=perhaps"
            })
    void refusesWhatIsNoUrlWithoutShowingThePassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreSettings.of(text))
                .withMessageStartingWith("judgeflow.database.url")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "cret"));
    }
}
