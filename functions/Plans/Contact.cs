namespace Avance.Functions.Plans;

/// <summary>Whom mails about a unit go to: a person, or a group of the directory.</summary>
/// <param name="Name">The person, as mails greet them; of a group, what people call it.</param>
/// <param name="Address">Where mails go; null for a group, whose members the directory tells.</param>
/// <param name="Group">The group's object id in Entra ID; null for a person.</param>
/// <param name="Role">What they are to the unit.</param>
/// <param name="Copies">Whether a head gets copies of all mails, not only of what is overdue.</param>
public sealed record Contact(string Name, EmailAddress? Address, Guid? Group, ContactRole Role, bool Copies = false)
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 150;

    /// <summary>Most contacts of a unit.</summary>
    public const int MostOfAUnit = 20;

    /// <summary>As people read it: <c>Rosa Quispe &lt;rquispe@entidad.example&gt; (Enlace)</c>.</summary>
    public override string ToString() =>
        $"{Name} <{Address?.ToString() ?? Group?.ToString("D")}> ({Import.Words.Of(Import.Words.ContactRoles, Role)}"
        + $"{(Copies ? ", " + Import.ContactColumns.Copies.Header : "")})";
}
