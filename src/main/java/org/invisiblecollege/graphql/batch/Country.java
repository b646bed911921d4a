package org.invisiblecollege.graphql.batch;

import org.invisiblecollege.index.Countries;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record Country(String id, String label, String code) {

    /**
     * Returns the country with an id.
     *
     * @param id prefix and code
     */
    public static Country of(String id, String name) {
        return new Country(id, name, id.substring(Countries.KIND.length()));
    }
}
