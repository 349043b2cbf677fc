namespace Avance.Functions.Tests.PowerBi;

/// <summary>An object or a property of a file in the Tabular Model Definition Language.</summary>
/// <param name="Keyword">What it is, for example <c>column</c>, or the property's name.</param>
/// <param name="Name">The object's name without quotes; empty for a property.</param>
/// <param name="Value">What stands after the colon or the equals sign, of several lines where it has them; empty for neither.</param>
/// <param name="Description">The lines with three slashes above it.</param>
internal sealed record TmdlNode(string Keyword, string Name, string Value, string Description)
{
    public List<TmdlNode> Children { get; } = [];

    public IEnumerable<TmdlNode> All(string keyword) => Children.Where(child => child.Keyword == keyword);

    /// <summary>The value of a property; null if it is not set.</summary>
    public string? Get(string property) => Children.Find(child => child.Keyword == property)?.Value;

    public bool Has(string flag) => Children.Exists(child => child.Keyword == flag);
}
