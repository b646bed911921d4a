package org.invisiblecollege;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

/** Tokens of an issuer that the service of the tests trusts. */
public final class TestTokens {

    public static final KeyPair ISSUER = newIssuer();

    private TestTokens() {}

    public static KeyPair newIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the location of the issuer's public key. */
    static String publicKey() {
        try {
            Path key = TestNeo4j.freshDirectory().resolve("issuer.pem");
            Files.writeString(
                    key,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(ISSUER.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return key.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a signed token whose claim "realm" holds what is given. */
    public static String token(Map<String, Object> realm, Instant expires, KeyPair signer) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("https://id.example.org")
                        .subject("42")
                        .expirationTime(Date.from(expires))
                        .claim("realm", realm)
                        .build());
        try {
            token.sign(new RSASSASigner(signer.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
