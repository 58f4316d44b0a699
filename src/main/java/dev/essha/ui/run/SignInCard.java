package dev.essha.ui.run;

import atlantafx.base.theme.Styles;
import dev.essha.application.Spell;
import dev.essha.pipeline.Event;
import dev.essha.ui.text.Words;
import javafx.scene.control.Button;

/** Nobody is signed in any more: the run waits for it, and goes on by itself. */
final class SignInCard extends Card {

    SignInCard(Words words, Event.SignInNeeded needed, RunActions actions) {
        super("sign-in-needed", Tone.ATTENTION, words.of("run.sign-in.title"));
        say(needed.said());
        say(needed.todo());
        say(words.of("run.sign-in.waiting", Spell.duration(needed.patience())));
        Button signIn = signIn(words, actions);
        signIn.getStyleClass().add(Styles.ACCENT);
        buttons(signIn);
    }
}
