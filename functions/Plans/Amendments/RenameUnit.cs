using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>A unit gets another code, another name or both. What it was called before stays an alias.</summary>
public sealed record RenameUnit : Amendment
{
    public required UnitCode Unit { get; init; }

    public UnitCode? NewCode { get; init; }

    public string? NewName { get; init; }

    [JsonIgnore]
    public override string Subject => Unit.ToString();

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.FindUnit(Unit) is not { } unit)
        {
            return Error.Invalid("amendment-unit-unknown", "unit", Unit);
        }

        var code = NewCode ?? unit.Code;
        var name = string.IsNullOrWhiteSpace(NewName) ? unit.Name : NewName.Trim();
        if (code == unit.Code && name == unit.Name)
        {
            return Error.Invalid("amendment-rename-empty", "newCode");
        }

        if (name.Length > Plans.Unit.MaxName)
        {
            return Error.Invalid("amendment-unit-name", "newName", Plans.Unit.MaxName);
        }

        if (plan.Units.FirstOrDefault(other => other != unit && other.IsCalled(code.ToString())) is { } owner)
        {
            return Error.Conflict("amendment-code-taken", code, owner.Code) with { Field = "newCode" };
        }

        var renamed = unit with
        {
            Code = code,
            Name = name,
            FormerCodes = [.. unit.FormerCodes.Append(unit.Code).Where(former => former != code).Distinct()],
            AmendedFields = PlanEdits.Amended(
                unit.AmendedFields,
                [.. Set(PlanField.Code, code != unit.Code), .. Set(PlanField.Name, name != unit.Name)]
            ),
        };
        return plan.WithUnit(
            renamed with
            {
                Aliases = PlanEdits.Aliases(renamed, unit.Code.ToString(), unit.Name),
            },
            unit.Code
        );
    }

    private static string[] Set(string field, bool changed) => changed ? [field] : [];
}
