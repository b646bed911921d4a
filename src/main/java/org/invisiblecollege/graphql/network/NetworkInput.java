package org.invisiblecollege.graphql.network;

/** What the inputs of all networks have. */
interface NetworkInput {

    int maxNodes();

    int maxEdges();
}
