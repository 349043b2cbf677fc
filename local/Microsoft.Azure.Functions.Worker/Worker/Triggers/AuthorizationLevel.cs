namespace Microsoft.Azure.Functions.Worker;

/// <summary>The key that the host in Azure asks for. There are no keys on a developer's machine.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
