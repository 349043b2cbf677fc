namespace Avance.Functions.Reports.Evaluations;

/// <summary>What a factor was to an activity.</summary>
public enum FactorKind
{
    /// <summary>It stood in the way.</summary>
    Problem,

    /// <summary>It is done, or is to be done, about a problem.</summary>
    ImprovementAction,

    /// <summary>It went well.</summary>
    Achievement,
}
