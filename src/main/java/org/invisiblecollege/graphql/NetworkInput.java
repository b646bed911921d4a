package org.invisiblecollege.graphql;

/** What the inputs of all networks have. */
interface NetworkInput {

    int maxNodes();

    int maxEdges();
}
