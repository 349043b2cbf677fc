namespace Avance.Functions.Plans;

/// <summary>What a plan is made of. It is set by the first import and never changes. See docs/plans.md.</summary>
public enum PlanKind
{
    /// <summary>A body's equality plan: activities of its units, with goals by year.</summary>
    Sector,

    /// <summary>A national policy: objectives, guidelines and services, with indicators that bodies report.</summary>
    Policy,

    /// <summary>A commission's work plan: products that bodies deliver by semester.</summary>
    WorkPlan,
}
