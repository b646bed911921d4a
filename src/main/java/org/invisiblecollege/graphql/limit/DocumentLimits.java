package org.invisiblecollege.graphql.limit;

import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.validation.ValidationError;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses documents that would take long to validate, since validation looks at pairs of fields and fragments and follows
 * spreads with a stack. Counts each definition once, so it takes linear time itself. Thread-safe.
 */
public final class DocumentLimits extends SimplePerformantInstrumentation {

    private final int maxDepth;
    private final RequestLimits limits;

    /** @param maxDepth levels of fields, fragments spread */
    public DocumentLimits(int maxDepth, RequestLimits limits) {
        this.maxDepth = maxDepth;
        this.limits = limits;
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        check(parameters.getDocument());
        return SimpleInstrumentationContext.noOp();
    }

    private void check(Document document) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        int aliases = 0;
        int directives = 0;
        int repeated = 0;
        int longestName = 0;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.putIfAbsent(fragment.getName(), fragment);
            }
            Deque<Node<?>> open = new ArrayDeque<>();
            Set<SelectionSet> isInline = Collections.newSetFromMap(new IdentityHashMap<>());
            open.push(definition);
            while (!open.isEmpty()) {
                Node<?> node = open.pop();
                aliases += node instanceof Field field && field.getAlias() != null ? 1 : 0;
                directives += node instanceof DirectivesContainer<?> with
                        ? with.getDirectives().size()
                        : 0;
                repeated += node instanceof SelectionSet selected && !isInline.contains(selected)
                        ? repeated(selected, isInline)
                        : 0;
                longestName = Math.max(longestName, nameLength(node));
                node.getChildren().forEach(open::push);
            }
        }
        long count = document.getDefinitions().stream()
                .filter(FragmentDefinition.class::isInstance)
                .count();
        RequestLimits.check("Fragments", count, limits.maxFragments(), "limits.max-fragments");
        RequestLimits.check("Aliases", aliases, limits.maxAliases(), "limits.max-aliases");
        RequestLimits.check("Characters of a name", longestName, limits.maxNameLength(), "limits.max-name-length");
        RequestLimits.check("Directives", directives, limits.maxDirectives(), "limits.max-directives");
        RequestLimits.check("Repeated fields", repeated, limits.maxRepeatedFields(), "limits.max-repeated-fields");
        Depths depths = new Depths(fragments, maxDepth);
        Selections selections = new Selections(fragments);
        for (Definition<?> definition : document.getDefinitions()) {
            RequestLimits.check("Levels of fields", depths.of(definition, 0), maxDepth, "max-depth");
            // What an answer costs is counted by visiting a fragment each time that it is spread, also where it adds no
            // field.
            RequestLimits.check(
                    "Fields with fragments spread", selections.of(definition), limits.maxFields(), "limits.max-fields");
        }
    }

    /**
     * Returns how many fields of a selection come back under a name that another one of it has.
     *
     * @param inline gets the selections of fragments without a name, which belong to this one
     */
    private static int repeated(SelectionSet selected, Set<SelectionSet> inline) {
        Set<String> names = new HashSet<>();
        int repeated = 0;
        Deque<SelectionSet> open = new ArrayDeque<>(List.of(selected));
        while (!open.isEmpty()) {
            for (Selection<?> selection : open.pop().getSelections()) {
                if (selection instanceof Field field) {
                    repeated += names.add(field.getResultKey()) ? 0 : 1;
                } else if (selection instanceof InlineFragment fragment) {
                    inline.add(fragment.getSelectionSet());
                    open.push(fragment.getSelectionSet());
                }
            }
        }
        return repeated;
    }

    private static int nameLength(Node<?> node) {
        String name = node instanceof NamedNode<?> named ? named.getName() : null;
        String alias = node instanceof Field field ? field.getAlias() : null;
        return Math.max(name == null ? 0 : name.length(), alias == null ? 0 : alias.length());
    }

    /** How deep the fields below definitions are; nothing is followed beyond the limit. */
    private static final class Depths {

        private final Map<String, FragmentDefinition> fragments;
        private final int maxDepth;
        private final Map<String, Integer> known = new HashMap<>();

        Depths(Map<String, FragmentDefinition> fragments, int maxDepth) {
            this.fragments = fragments;
            this.maxDepth = maxDepth;
        }

        /** Returns the levels below and including a node at a level. */
        int of(Node<?> node, int level) {
            int own = node instanceof Field ? 1 : 0;
            if (level + own > maxDepth) {
                return own;
            }
            int deepest = 0;
            for (Node<?> child : node.getChildren()) {
                deepest = Math.max(
                        deepest,
                        child instanceof FragmentSpread spread ? ofFragment(spread.getName()) : of(child, level + own));
            }
            return deepest + own;
        }

        /** A fragment within itself is for validation to refuse. */
        private int ofFragment(String name) {
            Integer depth = known.get(name);
            FragmentDefinition fragment = fragments.get(name);
            if (depth != null || fragment == null) {
                return depth == null ? 0 : depth;
            }
            known.put(name, 0);
            int found = of(fragment, 0);
            known.put(name, found);
            return found;
        }
    }

    /** How many fields and fragments a definition has once all of them are spread, each counted once. */
    private static final class Selections {

        /** Keeps sums of what is counted far from overflowing. */
        private static final long MAX_COUNT = Integer.MAX_VALUE;

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Long> known = new HashMap<>();

        Selections(Map<String, FragmentDefinition> fragments) {
            this.fragments = fragments;
        }

        long of(Node<?> definition) {
            long count = 0;
            Deque<Node<?>> open = new ArrayDeque<>(List.of(definition));
            while (!open.isEmpty()) {
                Node<?> node = open.pop();
                count += node instanceof Selection ? 1 : 0;
                count += node instanceof FragmentSpread spread ? ofFragment(spread.getName()) : 0;
                node.getChildren().forEach(open::push);
            }
            return Math.min(count, MAX_COUNT);
        }

        /** A fragment within itself is for validation to refuse. */
        private long ofFragment(String name) {
            Long count = known.get(name);
            FragmentDefinition fragment = fragments.get(name);
            if (count != null || fragment == null) {
                return count == null ? 0 : count;
            }
            known.put(name, 0L);
            long found = of(fragment);
            known.put(name, found);
            return found;
        }
    }
}
