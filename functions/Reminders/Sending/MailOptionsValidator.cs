using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Checks what <see cref="MailOptions"/> requires; generated, since reflection costs a cold start.</summary>
[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
