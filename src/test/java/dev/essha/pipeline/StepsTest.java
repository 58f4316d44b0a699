package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.ACCESS;
import static dev.essha.blueprint.StageId.ADOPTION;
import static dev.essha.blueprint.StageId.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Lookup;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.RegionName;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final String KEY = "ess-ha:used-by/acme";
    private static final List<String> IDS = List.of(FakeLookups.VPC, "subnet-1", "subnet-2");

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

    private final Stage adoption = Sketch.stage(new Work.Adopt(IDS, new TreeMap<>(Map.of(KEY, "true"))), ADOPTION);

    @Test
    void whatIsThereAlreadyIsTaggedOnce() {
        exist(FakeLookups.VPC, "subnet-1", "subnet-2");
        cloud.actions().tags.get("subnet-1").put(KEY, "true");

        assertThat(install(adoption)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().calls).containsExactly("tag " + FakeLookups.VPC + ",subnet-2");
        assertThat(cloud.actions().tags.get(FakeLookups.VPC))
                .containsEntry("team", "web")
                .containsEntry(KEY, "true");
        assertThat(install(adoption)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void aPreviewSaysWhichTagsWouldBeSet() throws InterruptedException {
        exist(FakeLookups.VPC, "subnet-1");

        StagePreview preview = new Preview(time, true)
                .preview(Sketch.blueprint(adoption), Optional.of(cloud))
                .getFirst();

        assertThat(preview.note()).isEqualTo("0 of 3 carry the deployment's tag, subnet-2 is not there");
        assertThat(preview.todo())
                .containsExactly(
                        "tags %s with %s=true".formatted(FakeLookups.VPC, KEY),
                        "tags subnet-1 with %s=true".formatted(KEY));
        assertThat(cloud.actions().calls).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamedBeforeAnythingIsTagged() {
        exist(FakeLookups.VPC, "subnet-1");

        assertThat(install(adoption)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, ADOPTION).failure().reason())
                .isEqualTo("subnet-2 is not there");
        assertThat(cloud.actions().calls).isEmpty();
    }

    @Test
    void theListOfCloudFrontsAddressesIsLookedUp() throws InterruptedException {
        assertThat(parameters()).containsExactly(Map.entry("CloudFrontPrefixListId", "pl-1"));
    }

    @Test
    void aRegionWithoutCloudFrontsAddressesCannotHaveAGateway() {
        cloud.prefixList = Optional.empty();

        Work.Stack access = access();
        assertThat(install(Sketch.stage(access, ACCESS))).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, ACCESS).failure().advice())
                .contains("edge.gateway to none");
        assertThat(cloud.stacks().calls).isEmpty();
    }

    @Test
    void theGatewaysCertificateIsWatchedInItsRegion() {
        RegionName front = new RegionName("us-east-1");
        Stage gateway = Sketch.stage(
                Sketch.placed(
                        Sketch.work(GATEWAY, List.of(), "Certificate AWS::CertificateManager::Certificate"),
                        front,
                        "ess-acme-gateway"),
                GATEWAY);

        Event.Outcome outcome = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(Sketch.blueprint(DomainPlan.Dns.ELSEWHERE, gateway), InstallOptions.DEFAULT);

        assertThat(outcome).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.RecordsNeeded.class, GATEWAY).records())
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isEqualTo("certificate-1.acm.aws"));
        assertThat(cloud.stacks(front).calls).contains("execute ess-acme-gateway");
    }

    private TreeMap<String, String> parameters() throws InterruptedException {
        return new TreeMap<>(
                new Parameters(new Look(cloud, time, Sentences.ENGLISH).context(ACCESS), Sketch.DOMAIN, new Outputs())
                        .of(access()));
    }

    private static Work.Stack access() {
        Work.Stack plain = Sketch.work(ACCESS, List.of(), "Rule AWS::EC2::SecurityGroupIngress");
        return new Work.Stack(
                plain.region(),
                plain.name(),
                plain.templateBody(),
                plain.inputs(),
                plain.outputs(),
                plain.tags(),
                plain.resources(),
                false,
                Collections.unmodifiableSortedSet(new TreeSet<>(List.of(Lookup.CLOUDFRONT_PREFIX_LIST_ID))));
    }

    private void exist(String... ids) {
        for (String id : ids) {
            cloud.actions().tags.put(id, new HashMap<>(Map.of("team", "web")));
        }
    }

    private Event.Outcome install(Stage stage) {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(Sketch.blueprint(stage), InstallOptions.DEFAULT);
    }
}
