package io.judgeflow.gateway.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller, as Spring Security carries it through a request. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    /** May use the API. */
    static final String CALL = "call";
    /** May read metrics and the parts of the health. */
    static final String OPERATE = "operate";

    private static final long serialVersionUID = 1;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    static List<GrantedAuthority> authorities(Caller caller) {
        var operates = switch (caller) {
            case Caller.Anonymous anonymous -> anonymous.trusted();
            case Caller.User user -> false;
            case Caller.Service service -> true;
        };
        return operates ? AuthorityUtils.createAuthorityList(CALL, OPERATE) : AuthorityUtils.createAuthorityList(CALL);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** Nobody needs them any longer. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
