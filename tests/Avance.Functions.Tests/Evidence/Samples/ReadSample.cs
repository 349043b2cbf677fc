using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Similarity;

namespace Avance.Functions.Tests.Evidence.Samples;

/// <summary>A document of the sample evidence as the app reads it.</summary>
internal sealed record ReadSample(DocumentFactsView View, ContentSketch? Sketch);
