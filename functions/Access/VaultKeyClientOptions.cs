using Azure.Core;

namespace Avance.Functions.Access;

/// <summary>How <see cref="VaultKey"/> speaks to the vault.</summary>
public sealed class VaultKeyClientOptions : ClientOptions;
