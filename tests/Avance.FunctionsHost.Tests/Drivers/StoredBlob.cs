namespace Avance.FunctionsHost.Tests.Drivers;

internal sealed record StoredBlob(string ETag, Uri Url);
