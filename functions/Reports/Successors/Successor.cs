using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Successors;

/// <summary>The draft of the plan that follows another one.</summary>
/// <param name="Draft">The next plan as it would be imported; its legal basis is empty, since it has its own.</param>
/// <param name="SetAside">The activities left out, with the goals that they would have: the same plan but for these.</param>
/// <param name="Activities">Where those of the draft come from, by number.</param>
/// <param name="LeftOut">Why the others were left out, by number.</param>
public sealed record Successor(
    Plan Draft,
    Plan SetAside,
    ValueList<SuccessorActivity> Activities,
    ValueList<SuccessorActivity> LeftOut
);
