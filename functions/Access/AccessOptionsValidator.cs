using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Checks the ranges of <see cref="AccessOptions"/> at start, by generated code: reflection would delay each start.</summary>
[OptionsValidator]
public sealed partial class AccessOptionsValidator : IValidateOptions<AccessOptions>;
