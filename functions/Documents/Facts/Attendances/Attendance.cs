using System.Text.Json.Serialization;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Women and men counted in one place of a document. A document may count the same people several times.</summary>
/// <param name="Women">Null if they are not counted, or not separately from men.</param>
/// <param name="Men">Null if they are not counted, or not separately from women.</param>
/// <param name="Total">The total, people without a readable sex included; null if no total is given.</param>
/// <param name="Raw">The header of the list, the row or the words that give the figures.</param>
/// <param name="Where">Where that stands.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record Attendance(
    long? Women,
    long? Men,
    long? Total,
    AttendanceSource Source,
    string Raw,
    ReadLocation Where,
    ValueList<string> Doubts
)
{
    public const int MaxUnread = 3;

    /// <summary>Words in a list's sex column that name no sex, each once; the first <see cref="MaxUnread"/> of them.</summary>
    public ValueList<string> Unread { get; init; } = [];

    /// <summary>Rows of a list whose number of identity stands in a row above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Repeated { get; init; }

    /// <summary>The total given or, without one, women and men together.</summary>
    public long Everyone => Total ?? ((Women ?? 0) + (Men ?? 0));
}
