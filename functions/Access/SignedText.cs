using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Avance.Functions.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Avance.Functions.Access;

/// <summary>Encrypts texts for one purpose, so that only this app can have written them.</summary>
/// <param name="provider">Its keys are those of all instances.</param>
/// <param name="purpose">A text that was written for another purpose is not read.</param>
public sealed class SignedText(IDataProtectionProvider provider, string purpose)
{
    private const char Separator = '|';

    private readonly IDataProtector protector = provider.CreateProtector($"Avance.{purpose}.v1");

    /// <param name="parts">None has a <c>|</c> in it.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public string Write(params string[] parts) => protector.Protect(string.Join(Separator, parts));

    /// <returns>The parts; none if this app has not written the text.</returns>
    public string[] Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? [] : protector.Unprotect(text).Split(Separator);
        }
        catch (CryptographicException error) when (error.InnerException is { } cause && StorageFailure.IsOutage(cause))
        {
            // The keys could not be read: that says nothing about the text.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
