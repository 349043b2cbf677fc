using Avance.Functions.Http;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans;

/// <summary>Errors that several handlers of plans give.</summary>
internal static class PlanErrors
{
    public static Error Changed() => new("plan-changed", StatusCodes.Status412PreconditionFailed);

    public static Error Invalid(IReadOnlyList<ImportProblem> problems) =>
        new("plan-file-invalid", StatusCodes.Status422UnprocessableEntity, null, problems.Count)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = problems },
        };
}
