using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>Checks of texts and lists that groups and sessions have in common.</summary>
internal static class GroupTexts
{
    public const int MinName = 2;
    public const int MaxOrganisation = 200;
    public const int MaxPerson = 150;
    public const int MinDocument = 3;
    public const int MaxDocument = 300;

    public static IEnumerable<Error> Check(string field, string text, int least, int most) =>
        text.Length < least || text.Length > most ? [Error.Invalid("group-text", field, least, most)] : [];

    public static IEnumerable<Error> TooMany(string field, int count, int most) =>
        count > most ? [Error.Invalid("too-many-items", field, count, most)] : [];

    public static IEnumerable<Error> CheckItems(string field, ValueList<string> items, int mostItems, int most) =>
        TooMany(field, items.Count, mostItems)
            .Concat(items.SelectMany((item, index) => Check($"{field}[{index}]", item, 1, most)));

    public static ValueList<string> Trim(ValueList<string>? items) =>
        (items ?? []).Select(item => item.Trim()).ToValueList();

    /// <summary>The places of what is there twice, but for the first.</summary>
    public static IEnumerable<int> Repeated<T>(IEnumerable<T> items)
        where T : notnull
    {
        var seen = new HashSet<T>();
        return items.Index().Where(item => !seen.Add(item.Item)).Select(item => item.Index);
    }
}
