namespace Avance.Samples.Evidence.Expected;

/// <summary>What is to be noted down of the sample evidence.</summary>
/// <param name="Documents">Each document of each file.</param>
/// <param name="Findings">What is to be objected to, in all claims.</param>
public sealed record ExpectedNotes(IReadOnlyList<DocumentNotes> Documents, IReadOnlyList<ExpectedFinding> Findings);
