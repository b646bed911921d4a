package org.invisiblecollege.externalid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTests {

    @ParameterizedTest
    @CsvSource({
        "doi:10.18653/v1/2020.acl-main.1, doi:10.18653/v1/2020.acl-main.1",
        "' DOI: 10.18653/V1/2020.ACL-MAIN.1 ', doi:10.18653/v1/2020.acl-main.1",
        "https://doi.org/10.1000/A(1)2, doi:10.1000/a(1)2",
        "http://dx.doi.org/10.1000/a%3Cb%3E+c, doi:10.1000/a<b>+c",
        "https://www.doi.org/10.1000/1?x=y#z, doi:10.1000/1",
        "orcid:0000-0002-1694-233x, orcid:0000-0002-1694-233X",
        "https://orcid.org/0000-0002-1825-0097, orcid:0000-0002-1825-0097",
        "ror:03YRM5C26, ror:03yrm5c26",
        "https://ror.org/03yrm5c26/, ror:03yrm5c26",
        "openalex:w2741809807, openalex:W2741809807",
        "https://openalex.org/A5023888391, openalex:A5023888391",
        "https://api.openalex.org/works/W2741809807, openalex:W2741809807",
        "acl:2020.acl-main.1, acl:2020.acl-main.1",
        "https://aclanthology.org/2020.acl-main.1/, acl:2020.acl-main.1",
        "https://aclanthology.org/people/ada-lovelace/, acl:ada-lovelace",
        "arXiv:2101.00001, arxiv:2101.00001",
    })
    void idsAreParsedWithASchemeOrAsAUrl(String written, String id) {
        assertThat(ExternalId.of(written)).map(ExternalId::toString).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper:acl:2020.acl-main.1",
                "author:name:1",
                "organisation:x",
                "topic:cs:CL",
                "1",
                "",
                ":",
                "doi:",
                "https://example.org/10.1000/1",
                "https://doi.org/%zz",
                "10.1000/1"
            })
    void textThatIsNoExternalIdIsNotParsed(String written) {
        assertThat(ExternalId.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "doi:10.1000/a<b>#c d, https://doi.org/10.1000/a%3Cb%3E%23c%20d",
        "orcid:0000-0002-1825-0097, https://orcid.org/0000-0002-1825-0097",
        "ror:03yrm5c26, https://ror.org/03yrm5c26",
        "openalex:W2741809807, https://openalex.org/W2741809807",
        "acl:2020.acl-main.1, https://aclanthology.org/2020.acl-main.1/",
        "acl:P18-1001, https://aclanthology.org/P18-1001/",
        "acl:ada-lovelace, https://aclanthology.org/people/ada-lovelace/",
        "arxiv:hep-th/9901001, https://arxiv.org/abs/hep-th/9901001",
        "pmid:12345, https://pubmed.ncbi.nlm.nih.gov/12345/",
        "pmcid:PMC12345, https://pmc.ncbi.nlm.nih.gov/articles/PMC12345/",
    })
    void anIdHasTheUrlOfItsPage(String id, String url) {
        assertThat(ExternalId.of(id)).map(ExternalId::url).contains(url);
    }

    @Test
    void anIdOfAnUnknownSchemeHasNoUrl() {
        assertThat(new ExternalId("mag", "2741809807").url()).isNull();
    }

    @Test
    void idsOfANodeAreListedOnceInOrder() {
        assertThat(ExternalId.of(List.of("pmid:1", "doi:10.1000/1", "acl:P18-1001"), "doi", "10.1000/1"))
                .extracting(ExternalId::toString)
                .containsExactly("acl:P18-1001", "doi:10.1000/1", "pmid:1");
        assertThat(ExternalId.of(List.of(), "orcid", null)).isEmpty();
    }
}
