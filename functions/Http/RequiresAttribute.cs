namespace Avance.Functions.Http;

/// <summary>Declares what an HTTP function needs of its caller.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission need) : Attribute
{
    public Permission Permission { get; } = need;
}
