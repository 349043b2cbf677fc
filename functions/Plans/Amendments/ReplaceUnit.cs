using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>
/// Another unit, possibly a new one, takes over the activities and the names of a unit.
/// </summary>
public sealed record ReplaceUnit : Amendment
{
    public required UnitCode Unit { get; init; }

    /// <summary>The unit that takes over.</summary>
    public required UnitCode ReplacedBy { get; init; }

    /// <summary>Full name of the unit that takes over; needed if the plan does not have it yet, else left out.</summary>
    public string? Name { get; init; }

    [JsonIgnore]
    public override string Subject => Unit.ToString();

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.FindUnit(Unit) is not { } old)
        {
            return Error.Invalid("amendment-unit-unknown", "unit", Unit);
        }

        if (Unit == ReplacedBy)
        {
            return Error.Invalid("amendment-same-unit", "replacedBy");
        }

        if (!FindSuccessor(plan, old).Succeeded(out var successor, out var error))
        {
            return error;
        }

        // A plan needs a secretariat: the unit that replaces it becomes the secretariat.
        var takesOver = old.Kind == UnitKind.Secretariat && successor.Kind != UnitKind.Secretariat;
        return plan.WithUnit(
            successor with
            {
                Kind = takesOver ? UnitKind.Secretariat : successor.Kind,
                Aliases = PlanEdits.Aliases(successor, [.. old.Aliases, old.Code.ToString(), old.Name]),
                AmendedFields = takesOver
                    ? PlanEdits.Amended(successor.AmendedFields, PlanField.Kind)
                    : successor.AmendedFields,
            },
            old.Code
        );
    }

    private Result<Unit> FindSuccessor(Plan plan, Unit old)
    {
        if (plan.FindUnit(ReplacedBy) is { } known)
        {
            return known;
        }

        if (plan.Units.FirstOrDefault(other => other != old && other.IsCalled(ReplacedBy.ToString())) is { } owner)
        {
            return Error.Conflict("amendment-code-taken", ReplacedBy, owner.Code) with { Field = "replacedBy" };
        }

        return Name?.Trim() is { Length: > 0 and <= Plans.Unit.MaxName } name
            ? new Unit(ReplacedBy, name, [], old.Kind)
            {
                AmendedFields = [PlanField.Code, PlanField.Kind, PlanField.Name],
            }
            : Error.Invalid("amendment-unit-name", "name", Plans.Unit.MaxName);
    }
}
