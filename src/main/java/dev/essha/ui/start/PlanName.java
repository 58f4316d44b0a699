package dev.essha.ui.start;

import dev.essha.ui.wizard.Wizard;

/** What a person knows the plan by. */
final class PlanName {

    private PlanName() {}

    /** As its file is called; where no file holds it, as the deployment is. */
    static String of(Wizard wizard) {
        return wizard.file().get().map(f -> f.getFileName().toString()).orElseGet(() -> deployment(wizard));
    }

    private static String deployment(Wizard wizard) {
        String name = wizard.draft().text("name").get();
        return name.isBlank() ? wizard.words().of("plan.unnamed") : name;
    }
}
