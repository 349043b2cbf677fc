namespace Avance.Functions.Persons;

/// <summary>Data that is neither searched nor changed.</summary>
/// <param name="What">Where it is, in Spanish.</param>
/// <param name="Why">In Spanish.</param>
public sealed record KeptData(string What, string Why)
{
    /// <summary>The same for every person: what is in files is not searched.</summary>
    public static ValueList<KeptData> All { get; } =
    [Of("person-kept-evidence"), Of("person-kept-reports"), Of("person-kept-names"), Of("person-kept-backups")];

    private static KeptData Of(string code) => new(Messages.Text($"{code}.title"), Messages.Text($"{code}.detail"));
}
