using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// The column names of a page. Rows of a table mostly have the same columns in the same order, so that the name that
/// followed last time is tried first and no string is made for it.
/// </summary>
internal sealed class NameCache
{
    private readonly List<string> names = [];
    private int next;

    /// <summary>The name that the reader stands on.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        for (var tried = 0; tried < names.Count; tried++)
        {
            var index = (next + tried) % names.Count;
            if (reader.ValueTextEquals(names[index]))
            {
                next = index + 1;
                return names[index];
            }
        }

        var name = reader.GetString()!;
        names.Add(name);
        next = names.Count;
        return name;
    }
}
