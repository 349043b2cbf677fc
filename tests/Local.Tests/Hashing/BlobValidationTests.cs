using System.Security.Cryptography;
using Avance.Testing;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Local.Tests.Hashing;

/// <summary>Azure.Storage.Blobs loads and works, which it does only with a complete System.IO.Hashing beside it.</summary>
public sealed class BlobValidationTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Over 4 MiB a blob goes up in blocks and comes down in ranges, each with a checksum of its own.
    [Theory]
    [InlineData(StorageChecksumAlgorithm.None, 0)]
    [InlineData(StorageChecksumAlgorithm.MD5, 1_000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 9_000_000)]
    [InlineData(StorageChecksumAlgorithm.StorageCrc64, 1_000)]
    [InlineData(StorageChecksumAlgorithm.StorageCrc64, 9_000_000)]
    public async Task UploadAndDownload_WithValidation_GiveTheSameBytes(StorageChecksumAlgorithm algorithm, int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var validation = new UploadTransferValidationOptions { ChecksumAlgorithm = algorithm };
        var transfer = new StorageTransferOptions { InitialTransferSize = 4 << 20, MaximumTransferSize = 4 << 20 };
        var container = new BlobServiceClient(azurite.NewAccount()).GetBlobContainerClient("evidence");
        await container.CreateAsync(cancellationToken: Cancellation);
        var blob = container.GetBlobClient("acta ñandú.bin");

        await blob.UploadAsync(
            new MemoryStream(bytes),
            new BlobUploadOptions { TransferValidation = validation, TransferOptions = transfer },
            Cancellation
        );

        // Azurite computes no CRC-64 of what it sends: MD5 for that direction.
        var read = algorithm == StorageChecksumAlgorithm.StorageCrc64 ? StorageChecksumAlgorithm.MD5 : algorithm;
        var copy = new MemoryStream();
        await blob.DownloadToAsync(
            copy,
            new BlobDownloadToOptions
            {
                TransferOptions = transfer,
                TransferValidation = new DownloadTransferValidationOptions { ChecksumAlgorithm = read },
            },
            Cancellation
        );
        SHA256.HashData(copy.ToArray()).ShouldBe(SHA256.HashData(bytes));
    }

    [Fact]
    public async Task StageBlock_WrongMd5_IsRefused()
    {
        var container = new BlobServiceClient(azurite.NewAccount()).GetBlobContainerClient("evidence");
        await container.CreateAsync(cancellationToken: Cancellation);
        var validation = new UploadTransferValidationOptions
        {
            ChecksumAlgorithm = StorageChecksumAlgorithm.MD5,
            PrecalculatedChecksum = new byte[16],
        };

        var error = await Should.ThrowAsync<Azure.RequestFailedException>(() =>
            container
                .GetBlockBlobClient("acta.bin")
                .StageBlockAsync(
                    Convert.ToBase64String("1"u8),
                    new MemoryStream([1, 2, 3]),
                    new BlockBlobStageBlockOptions { TransferValidation = validation },
                    Cancellation
                )
        );

        error.Status.ShouldBe(400);
    }
}
