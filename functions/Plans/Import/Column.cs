namespace Avance.Functions.Plans.Import;

/// <summary>A column of the import format.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Header">Its header in sheets.</param>
/// <param name="Required">True if a sheet without it cannot be imported.</param>
/// <param name="Others">Other headers that mean the same.</param>
public sealed record Column(string Name, string Header, bool Required = true, params string[] Others)
{
    public bool IsCalled(string text)
    {
        var normal = HeaderText.Normal(text);
        return normal == HeaderText.Normal(Header)
            || normal == HeaderText.Normal(Name)
            || Others.Any(other => normal == HeaderText.Normal(other));
    }
}
