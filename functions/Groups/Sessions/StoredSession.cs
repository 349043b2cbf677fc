using Azure;

namespace Avance.Functions.Groups.Sessions;

/// <summary>A session as it was read.</summary>
public sealed record StoredSession(GroupSession Session, ETag ETag);
