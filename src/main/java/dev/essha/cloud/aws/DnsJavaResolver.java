package dev.essha.cloud.aws;

import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** DNS through dnsjava: every look-up is a question on the wire, none is answered from this program's memory. */
final class DnsJavaResolver implements Resolver {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Longer chains are loops; resolvers give up at about the same length. */
    private static final int LONGEST_CHAIN = 10;

    private final Lazy<org.xbill.DNS.Resolver> servers;

    private DnsJavaResolver(Lazy<org.xbill.DNS.Resolver> servers) {
        this.servers = servers;
    }

    /** @param server to ask; empty = those that the system is set up with */
    static DnsJavaResolver at(Optional<InetSocketAddress> server) {
        return new DnsJavaResolver(new Lazy<>(() -> connect(server.map(List::of)
                .orElseGet(() -> ResolverConfig.getCurrentConfig().servers()))));
    }

    @Override
    public DnsAnswer lookUp(String name, String type) {
        DnsReading reading = new DnsReading(name, type);
        try {
            Name ask = absolute(name);
            for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
                Optional<Name> further = reading.read(servers.get().send(question(ask, type)));
                if (further.isEmpty()) {
                    return reading.answer();
                }
                ask = further.get();
            }
        } catch (IOException e) {
            return reading.failed();
        }
        return reading.failed();
    }

    private static Message question(Name name, String type) {
        return Message.newQuery(Record.newRecord(name, Type.value(type, true), DClass.IN));
    }

    private static Name absolute(String name) throws TextParseException {
        return Name.fromString(name, Name.root);
    }

    private static org.xbill.DNS.Resolver connect(List<InetSocketAddress> addresses) {
        List<org.xbill.DNS.Resolver> each = new ArrayList<>();
        addresses.forEach(address -> each.add(new SimpleResolver(address)));
        ExtendedResolver all = new ExtendedResolver(each);
        all.setTimeout(TIMEOUT);
        all.setRetries(2);
        return all;
    }
}
