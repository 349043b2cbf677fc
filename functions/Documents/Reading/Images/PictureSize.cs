namespace Avance.Functions.Documents.Reading.Images;

/// <summary>The size of a picture or of a page of one, in pixels.</summary>
/// <param name="MayBeTurned">True if it has an EXIF segment, which may say that it is to be shown turned or mirrored.</param>
internal readonly record struct PictureSize(long Width, long Height, bool MayBeTurned = false)
{
    public long Pixels => Width * Height;
}
