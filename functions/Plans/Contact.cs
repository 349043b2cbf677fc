namespace Avance.Functions.Plans;

/// <summary>Whom mails about a unit go to: a person, or a group of the directory.</summary>
/// <param name="Name">The person as mails greet them, or what people call the group.</param>
/// <param name="Address">Where mails go; null for a group, whose members are read from the directory.</param>
/// <param name="Group">The group's object id in Entra ID; null for a person.</param>
/// <param name="Role">What they are to the unit.</param>
/// <param name="Copies">Whether a head gets copies of all mails, not only of what is overdue.</param>
public sealed record Contact(string Name, EmailAddress? Address, Guid? Group, ContactRole Role, bool Copies = false)
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 150;

    /// <summary>Most contacts of a unit.</summary>
    public const int MaxPerUnit = 20;

    /// <summary>As people read it: <c>Rosa Quispe &lt;rquispe@entidad.example&gt; (Enlace)</c>.</summary>
    public override string ToString() =>
        $"{Name} <{Address?.ToString() ?? Group?.ToString("D")}> ({Import.ImportWords.Of(Import.ImportWords.ContactRoles, Role)}"
        + $"{(Copies ? ", " + Import.ContactColumns.Copies.Header : "")})";
}
