using Microsoft.Extensions.Options;

namespace Avance.Functions.Documents.Reading;

/// <summary>Checks the ranges of <see cref="ReadingOptions"/> at start, by generated code: reflection would delay each start.</summary>
[OptionsValidator]
public sealed partial class ReadingOptionsValidator : IValidateOptions<ReadingOptions>;
