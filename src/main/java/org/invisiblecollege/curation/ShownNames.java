package org.invisiblecollege.curation;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.curation.CurationTransaction.Held;
import org.invisiblecollege.curation.IdentityDecision.Kind;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Parameters;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** Sets the name that an author is shown under, hides spellings, and undoes both. */
final class ShownNames {

    private static final CypherFile CHOOSE_NAME = file("choose-name");
    private static final CypherFile HIDE_VARIANT = file("hide-variant");
    private static final CypherFile SHOW_VARIANT = file("show-variant");

    private ShownNames() {}

    private static CypherFile file(String name) {
        return CypherFile.of(ShownNames.class, name);
    }

    /** @param name null for the one that {@link org.invisiblecollege.author.AuthorNames} chooses */
    private record Choice(String author, @Nullable String name) {}

    /** Shows an author under a name from now on. */
    static TouchedIds choose(
            CurationTransaction transaction, String author, String name, @Nullable String reason, String decision) {
        Held before = transaction.hold(author);
        String earlier = choose(transaction, new Choice(author, name));
        transaction.decide(decision, Kind.NAME, reason, List.of(author), before, name, earlier);
        transaction.renew(List.of(author));
        return CurationTransaction.touched(List.of(author), List.of());
    }

    /** Returns the name that was chosen before; null for none. */
    private static @Nullable String choose(CurationTransaction transaction, Choice choice) {
        return transaction.writer().list(CHOOSE_NAME, Parameters.of(choice), row -> row).stream()
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("author", List.of(choice.author)))
                .get("earlier")
                .asString(null);
    }

    /** Shows a spelling of an author's name nowhere from now on; it still finds the author. */
    static TouchedIds hide(
            CurationTransaction transaction, String author, String variant, @Nullable String reason, String decision) {
        Held before = transaction.hold(author);
        if (!before.variants().contains(variant)) {
            throw DomainException.invalid(
                    "variant is none of the author's nameVariants; it is taken as it is written there.");
        }
        boolean isHidden = transaction
                .writer()
                .list(HIDE_VARIANT, Map.of("author", author, "variant", variant), row -> row)
                .isEmpty();
        if (isHidden) {
            throw DomainException.conflict(
                    "The author is shown under this name; set another one with setAuthorName first.");
        }
        transaction.decide(decision, Kind.HIDDEN_NAME, reason, List.of(author), before, variant, null);
        transaction.renew(List.of(author));
        return CurationTransaction.touched(List.of(author), List.of());
    }

    /** Undoes the choice of a name, or the hiding of one. */
    static TouchedIds undo(CurationTransaction transaction, RecordedDecision decision) {
        String author = decision.firstAuthor();
        transaction.hold(author);
        if (decision.kind() == Kind.NAME) {
            choose(transaction, new Choice(author, decision.nameBefore()));
        } else {
            transaction
                    .writer()
                    .run(
                            SHOW_VARIANT,
                            Map.of("author", author, "variant", decision.names().getFirst()));
        }
        transaction.renew(List.of(author));
        return CurationTransaction.touched(List.of(author), List.of());
    }
}
