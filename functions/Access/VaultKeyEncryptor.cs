using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Access;

/// <summary>
/// Encrypts the keys of Data Protection before they are stored: each with a key of its own, AES of 256 bits with GCM, which
/// <see cref="VaultKey"/> wraps. Who reads the container <c>keys</c> can sign nothing without the vault.
/// </summary>
public sealed class VaultKeyEncryptor(VaultKey vault) : IXmlEncryptor
{
    private const int KeyBytes = 32;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    /// <returns><c>vaultKey</c> with the version of the vault's key, the wrapped key, and nonce, tag and text in Base64.</returns>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var sealedText = new byte[NonceBytes + TagBytes + text.Length];
        var (nonce, tag, cipher) = Parts(sealedText);
        RandomNumberGenerator.Fill(nonce);
        using (var aes = new AesGcm(key, TagBytes))
        {
            aes.Encrypt(nonce, text, cipher, tag);
        }

        var (version, wrapped) = vault.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(text);
        return new EncryptedXmlInfo(
            new XElement(
                "vaultKey",
                new XAttribute("version", version),
                new XAttribute("wrapped", Convert.ToBase64String(wrapped)),
                Convert.ToBase64String(sealedText)
            ),
            typeof(Decryptor)
        );
    }

    private static (ArraySegment<byte> Nonce, ArraySegment<byte> Tag, ArraySegment<byte> Text) Parts(byte[] bytes) =>
        (
            new ArraySegment<byte>(bytes, 0, NonceBytes),
            new ArraySegment<byte>(bytes, NonceBytes, TagBytes),
            new ArraySegment<byte>(bytes)[(NonceBytes + TagBytes)..]
        );

    /// <summary>Data Protection makes it by its name, which is stored with what it decrypts.</summary>
    public sealed class Decryptor(IServiceProvider services) : IXmlDecryptor
    {
        /// <exception cref="CryptographicException">It was changed since.</exception>
        /// <exception cref="Azure.RequestFailedException">The vault refused to unwrap its key.</exception>
        public XElement Decrypt(XElement encryptedElement)
        {
            var vault = services.GetRequiredService<VaultKey>();
            var key = vault.Unwrap(
                encryptedElement.Attribute("version")!.Value,
                Convert.FromBase64String(encryptedElement.Attribute("wrapped")!.Value)
            );
            var (nonce, tag, cipher) = Parts(Convert.FromBase64String(encryptedElement.Value));
            var text = new byte[cipher.Count];
            using (var aes = new AesGcm(key, TagBytes))
            {
                aes.Decrypt(nonce, cipher, tag, text);
            }

            CryptographicOperations.ZeroMemory(key);
            return XElement.Parse(Encoding.UTF8.GetString(text));
        }
    }
}
