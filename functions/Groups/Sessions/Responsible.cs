namespace Avance.Functions.Groups.Sessions;

/// <summary>Who is to fulfil an agreement: a unit of the plan, a body, a person.</summary>
/// <param name="Unit">A unit of a plan of the group; null for none.</param>
/// <param name="Organisation">May be empty. At most 200 characters.</param>
/// <param name="Person">May be empty. At most 150 characters.</param>
/// <param name="Address">Where reminders go; null for the unit's contacts, or else the group's secretariat.</param>
public sealed record Responsible(
    UnitCode? Unit = null,
    string Organisation = "",
    string Person = "",
    EmailAddress? Address = null
)
{
    /// <summary>True if nobody is named.</summary>
    public bool IsNobody() => Unit is null && Organisation.Length == 0 && Person.Length == 0;

    /// <summary>As a list names them: <c>OGRH</c>, or the body, or the person.</summary>
    public string ShortName() => Unit?.ToString() ?? (Organisation.Length > 0 ? Organisation : Person);

    public Responsible WithoutPerson() => new(Unit, Organisation);
}
