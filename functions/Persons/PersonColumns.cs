using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Backups;

namespace Avance.Functions.Persons;

/// <summary>
/// Finds and replaces a person in the columns of a row, whatever they mean: in texts, in JSON, and in texts that go on in
/// numbered columns (<c>Content</c>, <c>Content2</c>…).
/// </summary>
internal static class PersonColumns
{
    private const int ColumnCharacters = 32_000;

    /// <summary>Longer texts are left out of what explains a row.</summary>
    private const int ShortText = 200;

    /// <summary>Members that hold an address, each with the member beside it that holds the name.</summary>
    private static readonly (string Address, string[] Names)[] Pairs =
    [
        ("address", ["name", "person"]),
        ("alternateAddress", ["alternate"]),
    ];

    public static IEnumerable<PersonOccurrence> Find(string table, BackupRow row, Person person)
    {
        var key = $"{row.PartitionKey} · {row.RowKey}";
        var found = Texts(row.Columns)
            .SelectMany(text =>
                TryParse(text.Value) is { } json ? Find(json, text.Column, person)
                : person.IsIn(text.Value) ? [(text.Column, (JsonNode)text.Value)]
                : []
            );
        if (person.IsIn(row.RowKey))
        {
            found = found.Prepend(("RowKey", row.RowKey));
        }

        return found.Select(one => new PersonOccurrence(table, key, one.Item1, one.Item2) { Row = Short(row.Columns) });
    }

    /// <param name="keepsAddress">False to leave an address empty that a member holds beside a name: mails would go there.</param>
    /// <returns>The columns with the pseudonym in place of the person; null if none of them names the person.</returns>
    public static JsonObject? Replace(BackupRow row, Person person, Pseudonym pseudonym, bool keepsAddress = true)
    {
        var columns = (JsonObject)row.Columns.DeepClone();
        var changed = false;
        foreach (var (column, text) in Texts(row.Columns))
        {
            string next;
            if (TryParse(text) is { } json)
            {
                if (!Replace(json, person, pseudonym, keepsAddress))
                {
                    continue;
                }

                next = json.ToJsonString(Json.Options);
            }
            else if (person.IsIn(text))
            {
                next = person.Replace(text, pseudonym);
            }
            else
            {
                continue;
            }

            Write(columns, column, next);
            changed = true;
        }

        return changed ? columns : null;
    }

    /// <summary>Each text whole, under its first column.</summary>
    private static IEnumerable<(string Column, string Value)> Texts(JsonObject columns)
    {
        var parts = columns
            .Where(column => IsPart(columns, column.Key))
            .Select(column => column.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in columns.Where(column => !parts.Contains(column.Key)))
        {
            if (TextOf(value) is { } text)
            {
                for (var number = 2; TextOf(columns[Part(name, number)]) is { } next; number++)
                {
                    text += next;
                }

                yield return (name, text);
            }
        }
    }

    /// <summary>True for <c>Content3</c> beside <c>Content</c>.</summary>
    private static bool IsPart(JsonObject columns, string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return stem.Length < name.Length && TextOf(columns[stem]) is not null;
    }

    private static void Write(JsonObject columns, string column, string text)
    {
        for (var number = 2; columns.Remove(Part(column, number)); number++)
        {
            // Another number of columns may be needed now.
        }

        for (var (at, number) = (0, 1); number == 1 || at < text.Length; number++)
        {
            var length = Math.Min(ColumnCharacters, text.Length - at);
            // Each column must be valid text: a surrogate pair is not split.
            length -= at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            columns[number == 1 ? column : Part(column, number)] = text.Substring(at, length);
            at += length;
        }
    }

    private static string Part(string column, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{column}{number}");

    private static IEnumerable<(string Path, JsonNode Value)> Find(JsonNode json, string path, Person person) =>
        json switch
        {
            JsonObject item when item.Any(member => TextOf(member.Value) is { } text && person.IsIn(text)) =>
            [
                (path, item.DeepClone()),
            ],
            JsonObject item => item.SelectMany(member =>
                member.Value is null ? [] : Find(member.Value, $"{path}.{member.Key}", person)
            ),
            JsonArray list => list.SelectMany((item, at) => item is null ? [] : Find(item, $"{path}[{at}]", person)),
            _ => TextOf(json) is { } text && person.IsIn(text) ? [(path, json.DeepClone())] : [],
        };

    private static bool Replace(JsonNode json, Person person, Pseudonym pseudonym, bool keepsAddress)
    {
        var changed = false;
        if (json is JsonObject item)
        {
            changed = ReplaceNames(item, person, pseudonym, keepsAddress);
            foreach (var (name, value) in item.ToList())
            {
                changed |= Replace(value, next => item[name] = next, person, pseudonym, keepsAddress);
            }
        }
        else if (json is JsonArray list)
        {
            for (var at = 0; at < list.Count; at++)
            {
                var place = at;
                changed |= Replace(list[at], next => list[place] = next, person, pseudonym, keepsAddress);
            }
        }

        return changed;
    }

    private static bool Replace(
        JsonNode? value,
        Action<string> set,
        Person person,
        Pseudonym pseudonym,
        bool keepsAddress
    )
    {
        if (TextOf(value) is not { } text)
        {
            return value is not null && Replace(value, person, pseudonym, keepsAddress);
        }

        if (!person.IsIn(text))
        {
            return false;
        }

        set(person.Replace(text, pseudonym));
        return true;
    }

    /// <summary>The names that stand beside the person's address.</summary>
    private static bool ReplaceNames(JsonObject item, Person person, Pseudonym pseudonym, bool keepsAddress)
    {
        var changed = false;
        foreach (var (address, names) in Pairs.Where(pair => person.HasAddress(TextOf(item[pair.Address]))))
        {
            foreach (var name in names.Where(name => TextOf(item[name]) is { Length: > 0 }))
            {
                item[name] = pseudonym.Name;
            }

            if (!keepsAddress)
            {
                item[address] = null;
            }

            changed = true;
        }

        return changed;
    }

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Short(JsonObject columns) =>
        new(
            columns
                .Where(column => TextOf(column.Value) is not { Length: > ShortText })
                .Where(column => column.Value is not JsonObject typed || typed["dateTime"] is not null)
                .Select(column => KeyValuePair.Create(column.Key, column.Value?.DeepClone()))
        );

    private static JsonNode? TryParse(string text)
    {
        if (text is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
