using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>
/// Identifies callers by the header <c>X-Avance-Caller</c>: <c>unit-reporter PLAN UNIT</c>, <c>reader PLAN</c>,
/// <c>secretariat PLAN</c> or <c>national-secretariat</c>. Honoured only for requests made on a developer's machine.
/// </summary>
public sealed class DevelopmentSignIn(DeveloperMachine machine)
{
    public const string Header = "X-Avance-Caller";

    /// <returns>Null if the header is missing, malformed, or not to be trusted here.</returns>
    public Caller? Identify(HttpContext http) => machine.IsHere(http) ? Parse(http.Request.Headers[Header]) : null;

    public static Caller? Parse(string? header)
    {
        var words = header?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        PlanId? plan = words.Length > 1 && PlanId.TryParse(words[1], null, out var id) ? id : null;
        return words switch
        {
            ["national-secretariat"] => new Caller(Role.NationalSecretariat, null, null, "dev:national-secretariat"),
            ["secretariat", _] when plan is not null => new Caller(Role.Secretariat, plan, null, "dev:secretariat"),
            ["reader", _] when plan is not null => new Caller(Role.Reader, plan, null, "dev:reader"),
            ["unit-reporter", _, var code] when plan is not null && UnitCode.TryParse(code, null, out var unit) =>
                new Caller(Role.UnitReporter, plan, unit, $"dev:unit-reporter:{unit}"),
            _ => null,
        };
    }
}
