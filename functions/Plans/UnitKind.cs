namespace Avance.Functions.Plans;

/// <summary>What a unit is to the plan: the Technical Secretariat runs it, the others report.</summary>
public enum UnitKind
{
    Office,
    Secretariat,
    Programme,
    Agency,

    /// <summary>A public body, in a plan that several bodies report.</summary>
    Body,
}
