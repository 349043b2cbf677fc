using System.Security.Cryptography;
using Avance.Functions.Reminders.Sending;

namespace Avance.Functions.Tests.Reminders;

public sealed class MailOptionsTests
{
    [Fact]
    public void HasReadableKey_NoneOrOneAsSendGridShowsIt_IsTrue()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        new MailOptions().HasReadableKey.ShouldBeTrue();
        new MailOptions
        {
            WebhookKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        }.HasReadableKey.ShouldBeTrue();
    }

    [Theory]
    [InlineData("clave")]
    [InlineData("QUJD")]
    [InlineData("-----BEGIN PUBLIC KEY-----")]
    public void HasReadableKey_AnythingElse_IsFalse(string key) =>
        new MailOptions { WebhookKey = key }.HasReadableKey.ShouldBeFalse();
}
