// The storage account of the Functions host: leases of timers, and what it remembers of them. Nothing of a plan is there.

import { StorageSku, Tags } from '../shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags
param sku StorageSku

@description('Whether only the network of the app and services that Azure trusts reach it.')
param isPrivate bool

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // No account keys: whoever reads or writes is an identity with a role.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
    supportsHttpsTrafficOnly: true
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
