// Avance in one resource group. Deploy: infra/README.md
targetScope = 'resourceGroup'

import { Budget, StorageSku } from 'shared.bicep'

@allowed(['test', 'production'])
param environmentName string

param location string = resourceGroup().location

@description('Begins the name of each resource.')
@minLength(2)
@maxLength(8)
param workload string = 'avance'

@description('IANA name of the zone in which periods open and close.')
param timeZone string = 'America/Lima'

@description('Whether the members of groups of the directory are read.')
param readGroups bool = false

@description('The key of SendGrid, which is kept in the vault; empty leaves the one that is there.')
@secure()
param sendGridApiKey string = ''

@description('Whether the key of SendGrid is in the vault: without it no mail is sent.')
param sendsMail bool = false

@description('The public key with which SendGrid signs its events, base64.')
param sendGridWebhookKey string = ''

@description('The address that mails come from: SendGrid must know it.')
param mailFrom string = 'avance@entidad.example'

@description('Client id of the app registration by which people sign in with an account of the directory; empty for form links alone.')
param entraClientId string = ''

param storageSku StorageSku = 'Standard_LRS'

@description('Days in which a deleted or overwritten blob can be brought back.')
param blobRetentionInDays int = 30

@description('Days in which nobody, with whatever role, can change or delete a file of evidence; 0 for none.')
param evidenceImmutabilityInDays int = 0

@description('Whether storage and vault are reached from the network of the app alone. It cannot be changed later: the environment of the app is made in its network.')
param privateNetwork bool = false

@description('Days that logs are kept.')
param logRetentionInDays int = 30

@description('The image of the app, with its registry and tag; empty until there is one.')
param image string = ''

@description('Processor cores of a replica; each comes with 2 GiB of memory.')
@allowed([1, 2, 4])
param cores int = 2

@description('Replicas that run also without work. Mails are sent every five minutes: fewer than one saves little.')
param minReplicas int = 1

@description('Replicas at most.')
param maxReplicas int = 10

@description('Who is told by mail of alerts and of the budget.')
param alertEmails string[] = []

@description('What a month may cost; null for no budget.')
param monthlyBudget Budget?

// Most must be unique in all of Azure. They are known before anything is made: what-if can tell what would change.
var suffix = take(uniqueString(resourceGroup().id, environmentName), 6)
var name = '${workload}-${environmentName}-${suffix}'
var shortName = '${workload}${take(environmentName, 4)}${suffix}'
var appName = toLower('ca-${name}')
var names = {
  identity: 'id-${name}'
  insights: 'appi-${name}'
  storage: toLower('st${shortName}')
  hostStorage: toLower('sthost${shortName}')
  reportsStorage: toLower('strep${shortName}')
  registry: toLower('cr${shortName}')
  vault: toLower('kv-${shortName}')
}
var tags = {
  workload: workload
  environment: environmentName
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module logAnalytics 'modules/log-analytics.bicep' = {
  name: 'log-analytics'
  params: {
    name: 'log-${name}'
    location: location
    tags: tags
    retentionInDays: logRetentionInDays
  }
}

module insights 'modules/application-insights.bicep' = {
  name: 'application-insights'
  params: {
    name: names.insights
    location: location
    tags: tags
    workspaceId: logAnalytics.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    workspaceId: logAnalytics.outputs.id
    emails: alertEmails
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget != null) {
  name: 'budget'
  params: {
    budget: monthlyBudget!
    emails: alertEmails
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: names.storage
    location: location
    tags: tags
    sku: storageSku
    blobRetentionInDays: blobRetentionInDays
    evidenceImmutabilityInDays: evidenceImmutabilityInDays
    isPrivate: privateNetwork
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: names.hostStorage
    location: location
    tags: tags
    sku: storageSku
    isPrivate: privateNetwork
  }
}

module reportsStorage 'modules/reports-storage.bicep' = {
  name: 'reports-storage'
  params: {
    name: names.reportsStorage
    location: location
    tags: tags
    sku: storageSku
  }
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: names.vault
    location: location
    tags: tags
    sendGridApiKey: sendGridApiKey
    isPrivate: privateNetwork
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: names.registry
    location: location
    tags: tags
  }
}

module roles 'modules/role-assignments.bicep' = {
  name: 'role-assignments'
  dependsOn: [
    identity
    storage
    hostStorage
    reportsStorage
    insights
    registry
    vault
  ]
  params: {
    identityName: names.identity
    storageName: names.storage
    hostStorageName: names.hostStorage
    reportsStorageName: names.reportsStorage
    insightsName: names.insights
    registryName: names.registry
    vaultName: names.vault
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    storageId: storage.outputs.id
    hostStorageId: hostStorage.outputs.id
    vaultId: vault.outputs.id
  }
}

module containerEnvironment 'modules/container-environment.bicep' = {
  name: 'container-environment'
  params: {
    name: 'cae-${name}'
    location: location
    tags: tags
    workspaceId: logAnalytics.outputs.id
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
  }
}

module app 'modules/container-app.bicep' = {
  name: 'container-app'
  // The image is pulled, the secrets are read, and the host reads storage, as the app starts.
  dependsOn: [
    roles
  ]
  params: {
    name: appName
    location: location
    tags: tags
    environmentId: containerEnvironment.outputs.id
    hostName: '${appName}.${containerEnvironment.outputs.defaultDomain}'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    registryServer: registry.outputs.server
    image: image
    insightsConnectionString: insights.outputs.connectionString
    hostBlobEndpoint: hostStorage.outputs.blobEndpoint
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    reportsTableEndpoint: reportsStorage.outputs.tableEndpoint
    keyRingUri: vault.outputs.keyRingUri
    mailKeyUri: sendsMail ? vault.outputs.mailKeyUri : ''
    cores: cores
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    timeZone: timeZone
    readGroups: readGroups
    sendGridWebhookKey: sendGridWebhookKey
    mailFrom: mailFrom
    entraClientId: entraClientId
  }
}

module authentication 'modules/authentication.bicep' = {
  name: 'authentication'
  dependsOn: [
    app
  ]
  params: {
    appName: appName
    entraClientId: entraClientId
  }
}

module evidenceEvents 'modules/evidence-events.bicep' = {
  name: 'evidence-events'
  dependsOn: [
    storage
  ]
  params: {
    location: location
    tags: tags
    storageName: names.storage
  }
}

output appName string = app.outputs.name
output appHostName string = '${appName}.${containerEnvironment.outputs.defaultDomain}'
output storageName string = storage.outputs.name
output reportsStorageName string = reportsStorage.outputs.name
output identityClientId string = identity.outputs.clientId
output vaultName string = vault.outputs.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
