package io.judgeflow.gateway.identity;

import io.judgeflow.gateway.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A gateway that takes tokens of {@link Tokens} and these keys, and nobody else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(
        properties = {
            "judgeflow.gateway.identity.jwt.secret=" + Tokens.SECRET,
            "judgeflow.gateway.identity.jwt.issuer=" + Tokens.ISSUER,
            // echo -n key-of-the-platform | sha256sum, and so on
            "judgeflow.gateway.identity.api-keys=platform:" + GuardedGatewayTest.PLATFORM_HASH + ":any-user," + "ci:"
                    + GuardedGatewayTest.CI_HASH + ", grader:" + GuardedGatewayTest.GRADER_HASH
        })
public @interface GuardedGatewayTest {

    /** May act for users. */
    String PLATFORM = "key-of-the-platform";

    /** May not. */
    String CI = "key-of-the-ci";

    /** May not either. */
    String GRADER = "key-of-the-grader";

    String PLATFORM_HASH = "70d31e76d90e2cee501962a790d41b68734426a6c79143ef3e6c25151a2ff31e";
    String CI_HASH = "25ada899dc59a1fe8812232dafafe20b6808a3eefcbc90cc48a53527d3868513";
    String GRADER_HASH = "f5f9265c27c0cedc5bc343f7cc3236e19c8367577bb1e1c7618d956e71ba2ce1";
}
