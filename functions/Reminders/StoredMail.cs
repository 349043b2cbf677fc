using Azure;

namespace Avance.Functions.Reminders;

/// <summary>A mail as it was read, with its ETag.</summary>
public sealed record StoredMail(Mail Mail, ETag ETag);
