using Azure;

namespace Avance.Functions.Groups;

/// <summary>A group as it was read.</summary>
public sealed record StoredGroup(WorkingGroup Group, ETag ETag);
