using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Avance.Functions.Reminders.Groups;

namespace Avance.Functions.Reminders;

/// <summary>
/// Names a mail: 32 hexadecimal digits of what it is and whom it goes to, so that planning it again gives the same
/// mail.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<MailId>))]
public readonly record struct MailId : ITextValue<MailId>
{
    private const int Bytes = 16;
    private readonly string? text;

    private MailId(string text) => this.text = text;

    public static string Expected => "el identificador de un correo";

    public static MailId Of(
        PlanId plan,
        Period period,
        UnitCode? unit,
        ReminderStage stage,
        string anchor,
        EmailAddress recipient
    ) => new(Convert.ToHexStringLower(Digest($"{plan}|{period}|{unit}|{stage}|{anchor}|{recipient}")[..Bytes]));

    /// <param name="anchor">What the group is told of, as <see cref="GroupReminder.Anchor"/> writes it.</param>
    public static MailId OfGroup(WorkingGroupId group, ReminderStage stage, string anchor, EmailAddress recipient) =>
        new(Convert.ToHexStringLower(Digest($"group|{group}|{stage}|{anchor}|{recipient}")[..Bytes]));

    public static MailId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a mail id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MailId result)
    {
        var valid = s is { Length: 2 * Bytes } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new MailId(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";

    private static byte[] Digest(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));
}
