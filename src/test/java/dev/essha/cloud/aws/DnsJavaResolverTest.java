package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsJavaResolverTest {

    private static final String SOA =
            "example.com. 900 IN SOA ns.example.com. admin.example.com. 1 7200 900 1209600 60\n";

    /** What the server says, by name and type. */
    private static final Map<String, String> ANSWERS = Map.of(
            "www.example.com. A",
                    "www.example.com. 300 IN CNAME lb.example.net.\n"
                            + "lb.example.net. 60 IN A 192.0.2.1\nlb.example.net. 60 IN A 192.0.2.2\n",
            "www.example.com. CNAME", "www.example.com. 300 IN CNAME lb.example.net.\n",
            "far.example.com. A", "far.example.com. 300 IN CNAME lb.example.org.\n",
            "lb.example.org. A", "lb.example.org. 30 IN A 192.0.2.3\n",
            "loop.example.com. A", "loop.example.com. 300 IN CNAME pool.example.com.\n",
            "pool.example.com. A", "pool.example.com. 300 IN CNAME loop.example.com.\n",
            "example.com. NS",
                    "example.com. 172800 IN NS ns-1.example.com.\nexample.com. 172800 IN NS ns-2.example.net.\n",
            "example.com. TXT", "example.com. 60 IN TXT \"one\" \"two\"\n");

    private final AtomicInteger questions = new AtomicInteger();
    private DnsServer server;
    private DnsJavaResolver resolver;

    @BeforeEach
    void listen() throws IOException {
        server = new DnsServer(this::answer);
        resolver = DnsJavaResolver.at(Optional.of(server.address()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAddressComesWithTheChainThatLedToIt() {
        assertThat(resolver.lookUp("www.example.com", "A"))
                .isEqualTo(new DnsAnswer(
                        "www.example.com",
                        "A",
                        Status.FOUND,
                        List.of("192.0.2.1", "192.0.2.2"),
                        List.of("lb.example.net"),
                        60));
    }

    @Test
    void aChainThatLeavesTheMessageIsFollowed() {
        assertThat(resolver.lookUp("far.example.com", "A"))
                .isEqualTo(new DnsAnswer(
                        "far.example.com", "A", Status.FOUND, List.of("192.0.2.3"), List.of("lb.example.org"), 30));
    }

    @Test
    void aChainWithoutEndFails() {
        assertThat(resolver.lookUp("loop.example.com", "A").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void anAskedCnameIsTheAnswerAndNotFollowed() {
        assertThat(resolver.lookUp("www.example.com", "CNAME"))
                .isEqualTo(new DnsAnswer(
                        "www.example.com", "CNAME", Status.FOUND, List.of("lb.example.net"), List.of(), 300));
    }

    @Test
    void nameServersAreGivenWithoutTrailingDots() {
        assertThat(resolver.lookUp("example.com", "NS").values())
                .containsExactlyInAnyOrder("ns-1.example.com", "ns-2.example.net");
    }

    @Test
    void theStringsOfATextAreOne() {
        assertThat(resolver.lookUp("example.com", "TXT").values()).containsExactly("onetwo");
    }

    @Test
    void aNameThatDoesNotExistIsAnAnswerWithItsNegativeTtl() {
        assertThat(resolver.lookUp("nothing.example.com", "A"))
                .isEqualTo(new DnsAnswer("nothing.example.com", "A", Status.NO_SUCH_NAME, List.of(), List.of(), 60));
    }

    @Test
    void aNameWithoutARecordOfTheTypeHasNoData() {
        assertThat(resolver.lookUp("www.example.com", "MX"))
                .isEqualTo(new DnsAnswer("www.example.com", "MX", Status.NO_DATA, List.of(), List.of(), 60));
    }

    @Test
    void aServerThatRefusesFails() {
        assertThat(resolver.lookUp("refused.example.com", "A").status()).isEqualTo(Status.FAILED);
    }

    @Test
    @Timeout(30)
    void aServerThatNeverAnswersIsNotWaitedForForEver() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(silent.getLocalAddress(), silent.getLocalPort());

            assertThat(DnsJavaResolver.at(Optional.of(address))
                            .lookUp("ess.example.com", "A")
                            .status())
                    .isEqualTo(Status.FAILED);
        }
    }

    @Test
    void nothingIsRemembered() {
        resolver.lookUp("www.example.com", "A");
        resolver.lookUp("www.example.com", "A");

        assertThat(questions).hasValue(2);
    }

    private void answer(Record question, Message answer) {
        questions.incrementAndGet();
        String name = question.getName().toString();
        String found = ANSWERS.get(name + " " + Type.string(question.getType()));
        if (found != null) {
            DnsServer.add(answer, Section.ANSWER, found);
            return;
        }
        boolean known = ANSWERS.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
        int absent = known ? Rcode.NOERROR : Rcode.NXDOMAIN;
        answer.getHeader().setRcode(name.startsWith("refused.") ? Rcode.REFUSED : absent);
        DnsServer.add(answer, Section.AUTHORITY, SOA);
    }
}
