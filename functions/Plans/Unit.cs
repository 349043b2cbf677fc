namespace Avance.Functions.Plans;

/// <summary>A responsible unit of the body that a plan belongs to.</summary>
/// <param name="Code">Its initials, unique in the plan.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Aliases">Earlier or other initials by which sheets and documents still call it.</param>
/// <param name="Kind">What it is to the plan.</param>
public sealed record Unit(UnitCode Code, string Name, ValueList<string> Aliases, UnitKind Kind)
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 300;

    /// <summary>Whom mails about it go to. Personal data: only the plan's secretariat is shown it.</summary>
    public ValueList<Contact> Contacts { get; init; } = [];

    /// <summary>
    /// The codes that it had before it was renamed: links and members with one of them keep their access. The codes of
    /// a unit that it took over are only aliases.
    /// </summary>
    public ValueList<UnitCode> FormerCodes { get; init; } = [];

    /// <summary>The fields (see <see cref="PlanField"/>) that an amendment set: an import leaves them as they are.</summary>
    public ValueList<string> AmendedFields { get; init; } = [];

    /// <summary>True if the text is its code or one of its aliases, with or without a leading "Ex".</summary>
    public bool IsCalled(string text)
    {
        var wanted = WithoutEx(text);
        return Code.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || Aliases.Any(alias => WithoutEx(alias).Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True if that is its code, or was before it was renamed.</summary>
    public bool HasOrHadCode(UnitCode code) => Code == code || FormerCodes.Contains(code);

    /// <summary>A name as it is compared: "Ex DGTEG" is DTEG's former name DGTEG.</summary>
    internal static string WithoutEx(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("ex ", StringComparison.OrdinalIgnoreCase) ? trimmed[3..].TrimStart() : trimmed;
    }
}
