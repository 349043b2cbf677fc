namespace Avance.Functions.Plans;

/// <summary>A unit as any reader of its plan sees it: without contacts, which are personal data.</summary>
/// <param name="Code">Its initials.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Aliases">Earlier or other initials.</param>
/// <param name="Kind">What it is to the plan.</param>
/// <param name="AmendedFields">The fields that an amendment set.</param>
public sealed record UnitView(
    UnitCode Code,
    string Name,
    ValueList<string> Aliases,
    UnitKind Kind,
    ValueList<string> AmendedFields
)
{
    public static UnitView Of(Unit unit) => new(unit.Code, unit.Name, unit.Aliases, unit.Kind, unit.AmendedFields);
}
