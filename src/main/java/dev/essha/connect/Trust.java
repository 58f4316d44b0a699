package dev.essha.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates count: those that Java trusts, and those of a file of one's own, as networks have it in which a proxy
 * opens TLS.
 *
 * @param bundle certificates in PEM
 * @param setting where the file is named, {@code AWS_CA_BUNDLE}
 * @see <a href="https://docs.aws.amazon.com/cli/latest/topic/config-vars.html">ca_bundle of the AWS CLI</a>
 */
public record Trust(Path bundle, String setting) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    /** @throws BadSetting if the file is not there, or holds no certificates */
    public TrustManager[] managers() {
        List<Certificate> own = certificates();
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<Certificate> all = new ArrayList<>(javas());
            all.addAll(own);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry(Integer.toString(i), all.get(i));
            }
            return managers(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java's own certificates cannot be read", e);
        }
    }

    private static List<Certificate> javas() throws GeneralSecurityException {
        List<Certificate> trusted = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                trusted.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return trusted;
    }

    /** @param store null = Java's own */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private List<Certificate> certificates() {
        List<Certificate> found = new ArrayList<>();
        try {
            Matcher blocks = PEM.matcher(Files.readString(bundle, StandardCharsets.ISO_8859_1));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (blocks.find()) {
                byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
                found.add(factory.generateCertificate(new ByteArrayInputStream(block)));
            }
        } catch (IOException e) {
            throw bad(BadSetting.Problem.UNREADABLE_FILE);
        } catch (CertificateException e) {
            throw bad(BadSetting.Problem.BROKEN_CERTIFICATE);
        }
        if (found.isEmpty()) {
            throw bad(BadSetting.Problem.NO_CERTIFICATE);
        }
        return found;
    }

    private BadSetting bad(BadSetting.Problem problem) {
        return new BadSetting(setting, problem, bundle.toString());
    }
}
