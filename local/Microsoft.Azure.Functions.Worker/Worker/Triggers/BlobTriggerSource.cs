namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the host in Azure hears of blobs. The local host scans containers for either.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}
