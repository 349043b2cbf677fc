// The storage account for reports: tables that Power BI reads, and nothing else.

import { StorageSku, Tags } from '../shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags

param sku StorageSku

// A test compares them with those that the app writes.
var tables = [
  'reportactivity'
  'reportgoal'
  'reportunit'
  'reportplan'
  'reportevidence'
  'reportfinding'
  'reportfactor'
  'reportrecommendation'
  'reportreminder'
  'reporthistory'
  'reportindicator'
  'reportobjective'
  'reportservice'
  'reportdelivery'
  'reportachievement'
  'reportrun'
  'reportnational'
  'reportnationalbody'
  'reportnationalplan'
  'reportnationaltheme'
  'dimplan'
  'dimunit'
  'dimperiod'
  'dimactivity'
  'dimbody'
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
    // Power BI signs in to Azure Table Storage with an account key and with nothing else, which is why these tables are in an
    // account of their own: the key opens no evidence, no form link and no address.
    // https://learn.microsoft.com/power-query/connectors/azure-table-storage
    allowSharedKeyAccess: true
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

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

output name string = account.name
output tableEndpoint string = account.properties.primaryEndpoints.table
