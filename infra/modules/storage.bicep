// The storage account of the app: plans, progress, evidence, and what is worked on.

import { StorageSku, Tags } from '../shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags
param sku StorageSku

@description('Days in which a deleted or overwritten blob, or a deleted container, can be brought back.')
@minValue(7)
@maxValue(365)
param blobRetentionInDays int

@description('Days in which nobody, with whatever role, can change or delete a file of evidence; 0 for none.')
@minValue(0)
@maxValue(146000)
param evidenceImmutabilityInDays int

@description('Whether only the network of the app and services that Azure trusts reach it.')
param isPrivate bool

// A test compares these three with what the app uses.
var containers = [
  'evidence'
  'evidence-facts'
  'exports'
  'keys'
  'report-templates'
  'reports'
  'restores'
]
var queues = [
  'report-compilations'
  'report-compilations-poison'
  'report-exports'
  'report-exports-poison'
  'evidence-events'
  'evidence-events-poison'
  'evidence-readings'
  'evidence-readings-poison'
  'claim-checks'
  'claim-checks-poison'
  'submission-receipts'
  'submission-receipts-poison'
]
var tables = [
  'plans'
  'progress'
  'evidence'
  'proofs'
  'findings'
  'outbox'
  'reminders'
  'audit'
  'formlinks'
  'groups'
  'compilation'
  'consolidation'
  'evaluations'
  'recommendations'
  'recommendationchecks'
  'texts'
  'history'
  'exports'
  'achievements'
]

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
      // Event Grid is a service that Azure trusts, with the identity of its topic.
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: blobRetentionInDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: blobRetentionInDays
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

// Files of evidence are written once. The policy is not locked: an administrator can still lengthen or remove it.
// https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = if (evidenceImmutabilityInDays > 0) {
  name: '${name}/default/evidence/default'
  dependsOn: [
    blobContainers
  ]
  properties: {
    immutabilityPeriodSinceCreationInDays: evidenceImmutabilityInDays
  }
}

resource lifeCycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  dependsOn: [
    blobs
  ]
  properties: {
    policy: {
      rules: [
        {
          // After its semester is reported a file is seldom opened.
          name: 'evidence-to-cool'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['evidence/', 'reports/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 365
                }
              }
            }
          }
        }
        {
          // They are made again when somebody asks.
          name: 'exports-end'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['exports/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 30
                }
              }
            }
          }
        }
        {
          // Back-ups that were sent and not restored to their end hold all of a plan.
          name: 'restores-end'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['restores/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 14
                }
              }
            }
          }
        }
        {
          name: 'versions-end'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: blobRetentionInDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
