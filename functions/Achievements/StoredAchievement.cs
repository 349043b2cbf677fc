using Azure;

namespace Avance.Functions.Achievements;

/// <summary>The latest version of an achievement as it was read.</summary>
public sealed record StoredAchievement(Achievement Achievement, ETag ETag);
