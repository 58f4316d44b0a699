package dev.essha.ui.signin;

import atlantafx.base.theme.Styles;
import dev.essha.cloud.signin.Configured;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import dev.essha.ui.text.Words;
import dev.essha.ui.work.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The profiles of the AWS tools on this computer. */
final class ProfilePane extends VBox {

    private final Words words;
    private final SignIns signIns;
    private final Background background;
    private final PickList<FoundProfile> profiles;
    private final Label state = new Label();

    /** @param then with the profile that was picked */
    ProfilePane(Words words, SignIns signIns, Background background, Consumer<FoundProfile> then, Runnable byDefault) {
        this.words = words;
        this.signIns = signIns;
        this.background = background;
        this.profiles = new PickList<>(words, "profiles", "signin.profile.list", FoundProfile::name, this::detail);
        getStyleClass().add("signin-pane");
        profiles.usable(p -> !(p.source() instanceof ProfileSource.Unusable));
        profiles.rows(5);
        profiles.onPick(() -> profiles.picked().ifPresent(then));
        state.setId("profiles-state");
        state.getStyleClass().add("panel-note");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        Button use = new Button(words.of("signin.profile.use"));
        use.setId("profile-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.disableProperty()
                .bind(profiles.selected().map(_ -> profiles.picked().isEmpty()).orElse(true));
        use.setOnAction(_ -> profiles.picked().ifPresent(then));
        Button chain = new Button(words.of("signin.profile.default"));
        chain.setId("profile-default");
        chain.setOnAction(_ -> byDefault.run());
        HBox buttons = new HBox(use, chain);
        buttons.getStyleClass().add("signin-buttons");
        getChildren().setAll(profiles, state, buttons);
    }

    /** Reads the files anew. */
    void look() {
        background.start(signIns::profiles, this::show);
    }

    private void show(Configured<FoundProfile> found) {
        profiles.items(found.found());
        String broken = broken(words, found);
        state.setText(broken.isEmpty() && found.found().isEmpty() ? words.of("signin.profile.none") : broken);
        state.setManaged(!state.getText().isEmpty());
    }

    /** The files that could not be read, in words. */
    static String broken(Words words, Configured<?> found) {
        return found.problems().stream()
                .map(p -> words.of("signin.broken", p.file(), words.said(p.reason())))
                .collect(Collectors.joining(" "));
    }

    private String detail(FoundProfile profile) {
        List<String> parts = Stream.of(
                        Optional.of(kind(profile.source())),
                        profile.source().account().map(AccountId::value),
                        profile.source().role(),
                        profile.region().map(RegionName::value))
                .flatMap(Optional::stream)
                .toList();
        return String.join(" · ", parts);
    }

    private String kind(ProfileSource source) {
        return switch (source) {
            case ProfileSource.Keys keys -> words.of(keys.temporary() ? "signin.kind.temporary" : "signin.kind.keys");
            case ProfileSource.AssumedRole role ->
                words.of(role.mfa() ? "signin.kind.role.mfa" : "signin.kind.role", role.from());
            case ProfileSource.CenterRole _ -> words.of("signin.kind.center");
            case ProfileSource.Process _ -> words.of("signin.kind.process");
            case ProfileSource.WebIdentity _ -> words.of("signin.kind.web");
            case ProfileSource.Unusable unusable -> words.said(unusable.reason());
        };
    }
}
