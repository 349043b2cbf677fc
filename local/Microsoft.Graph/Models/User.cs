namespace Microsoft.Graph.Models;

/// <summary>A person of the directory. A property that was not asked for by <c>$select</c> is null.</summary>
public class User : DirectoryObject
{
    public bool? AccountEnabled { get; set; }

    public string? DisplayName { get; set; }

    /// <summary>Null for people without a mailbox, whatever their user name looks like.</summary>
    public string? Mail { get; set; }

    /// <summary>Such as <c>es-PE</c>.</summary>
    public string? PreferredLanguage { get; set; }

    public string? UserPrincipalName { get; set; }
}
