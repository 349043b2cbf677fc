namespace Avance.Functions.Http;

/// <summary>Declares what an HTTP function needs of its caller.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Need need) : Attribute
{
    public Need Need { get; } = need;
}
