package org.invisiblecollege.synthetic;

/** Words of titles and abstracts; the first ones are the most common. */
final class SyntheticWords {

    static final String[] COMMON = ("the of and in to a for with we is that on are this by from as our an results which"
                    + " these can between data study using show model based two method more than new both high analysis"
                    + " approach use not have it under time been performance different effect large observed proposed"
                    + " compared find across significant over first system found low several effects models rate methods"
                    + " however evidence present increased structure well further known range scale number process"
                    + " measured field suggest levels state test sample function obtained role potential values applied"
                    + " response many patterns work factors estimates local standard conditions although variation"
                    + " previous reported changes recent simple complex error energy groups existing provides"
                    + " temperature cost quality problem whether frequency relation period samples small open context"
                    + " remains domain strong mechanism theory limited distribution baseline strategy surface"
                    + " robust dynamics efficient empirical framework sensitivity regional temporal spatial prior"
                    + " uncertainty heterogeneous longitudinal randomized interaction threshold benchmark stability")
            .split(" ");

    static final String[] TITLE_OPENINGS = {
        "Towards", "On", "Rethinking", "Understanding", "A Survey of", "Learning", "Measuring", "Evidence for",
                "The Role of",
        "Modelling", "A Note on", "Improving", "Revisiting", "Limits of", "Long-Term", "Robust", "Efficient",
                "Regional",
        "Population-Based", "Nonlinear", "Large-Scale", "Low-Cost", "In Situ", "Early"
    };

    static final String[] TITLE_ENDINGS = {
        "a Comparative Study",
        "Evidence from a Longitudinal Sample",
        "Methods and Applications",
        "a Systematic Review",
        "Theory and Experiment",
        "a Bayesian Approach",
        "Lessons Learned",
        "a Case Study",
        "New Perspectives",
        "Benchmarks and Baselines",
        "a Multi-Centre Trial",
        "Open Problems",
        "Mechanisms and Models",
        "a Meta-Analysis"
    };

    static final String[] TITLE_JOINS = {"under", "for", "in", "with", "without", "beyond", "across", "from"};

    static final String[] FRONT_MATTER = {"Editorial", "Introduction", "Preface", "Overview of the Special Issue"};

    private SyntheticWords() {}
}
