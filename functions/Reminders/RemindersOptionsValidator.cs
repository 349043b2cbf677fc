using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders;

/// <summary>Checks the ranges of <see cref="RemindersOptions"/>; generated, since reflection costs a cold start.</summary>
[OptionsValidator]
public sealed partial class RemindersOptionsValidator : IValidateOptions<RemindersOptions>;
