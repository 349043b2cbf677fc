using System.Globalization;
using System.Text;

namespace Avance.Functions.Reminders.Content;

/// <summary>The deadline of a period as an iCalendar file (https://www.rfc-editor.org/rfc/rfc5545).</summary>
public static class DeadlineCalendar
{
    private const int MostOctets = 75;

    /// <param name="model">The reminder that it goes along with.</param>
    /// <param name="id">The same for all mails of one deadline.</param>
    /// <param name="now">When the mail is written.</param>
    public static string Write(ReminderModel model, string id, DateTimeOffset now)
    {
        var day = model.DueDay.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var next = model.DueDay.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Avance//Recordatorios//ES",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{Escape(id)}@avance",
            $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;VALUE=DATE:{day}",
            $"DTEND;VALUE=DATE:{next}",
            $"SUMMARY:{Escape($"Fecha límite {model.Period}, {model.Unit.Code}: {model.PlanName}")}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static string Escape(string text) =>
        text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines of more than 75 octets go on in the next line after a space; no character is cut.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
