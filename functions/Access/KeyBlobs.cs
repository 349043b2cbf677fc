using System.Globalization;
using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Avance.Functions.Access;

/// <summary>
/// The container <c>keys</c>: the key ring of Data Protection, shared by all instances, one blob an element, numbered
/// <c>00000001.xml</c> and on. A key is added only under the number after the last one read: of several instances that
/// find no usable key at the same time one writes it, and the others drop theirs and use that one. With a key each, no
/// instance would know the others' for up to a day.
/// </summary>
public sealed class KeyBlobs(BlobServiceClient service) : IXmlRepository
{
    public const string Container = "keys";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);
    private volatile int last;

    /// <remarks>The framework asks for keys synchronously, when it first needs them and once a day.</remarks>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        var number = 0;
        try
        {
            foreach (var blob in container.GetBlobs())
            {
                elements.Add(
                    XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())
                );
                number = int.Parse(Path.GetFileNameWithoutExtension(blob.Name), CultureInfo.InvariantCulture);
            }
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // The first instance of a new deployment.
        }

        last = number;
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        container.CreateIfNotExists();
        var isKey = element.Name.LocalName == "key";
        while (!TryStore(element) && !isKey)
        {
            // A revocation must be added: read the ring again, and take the next number.
            GetAllElements();
        }
    }

    private bool TryStore(XElement element)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{last + 1:D8}.xml");
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            container.GetBlobClient(name).Upload(BinaryData.FromString(element.ToString()), options);
            return true;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }
}
