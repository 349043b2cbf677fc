using Avance.Functions.Documents;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Tests.Evidence.Samples;

/// <summary>A document of the sample evidence as the app reads it.</summary>
internal sealed record ReadSample(ExtractedDocument View, ContentSketch? Sketch);
