namespace Avance.Functions.Findings;

/// <summary>How much a finding matters to the figure that it questions.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know: the figure stands without it, as a number cited without its D.</summary>
    Notice,

    /// <summary>A person should look: it may be legitimate, as one report for two activities.</summary>
    Warning,

    /// <summary>The figure is not proved, or is contradicted.</summary>
    Serious,
}
