namespace Avance.Functions.Http;

/// <summary>Declares the permission that an HTTP function requires.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
