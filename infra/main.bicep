// Avance in one resource group. Deploy: infra/README.md

targetScope = 'resourceGroup'
import { registryNameOf, suffixOf } from 'shared.bicep'

@allowed(['test', 'production'])
param environmentName string

param location string = resourceGroup().location

@description('Begins the name of each resource.')
@minLength(2)
@maxLength(8)
param workload string = 'avance'

@description('IANA name of the zone in which periods open and close.')
param timeZone string = 'America/Lima'

@description('When reports are compiled: NCRONTAB with seconds, in UTC.')
param reportsSchedule string = '0 5 * * * *'

@description('When reports are consolidated at the national level: NCRONTAB with seconds, in UTC.')
param nationalSchedule string = '0 */10 * * * *'

@description('When reminders are planned: NCRONTAB with seconds, in UTC.')
param remindersSchedule string = '0 10 * * * *'

@description('When mails are sent: NCRONTAB with seconds, in UTC.')
param mailSchedule string = '0 */5 * * * *'

@description('Whether the members of groups of the directory are read.')
param readGroups bool = false

@description('The key of SendGrid; empty sends no mail.')
@secure()
param sendGridApiKey string = ''

@description('The public key with which SendGrid signs its events, base64.')
param sendGridWebhookKey string = ''

@description('The address that mails come from: SendGrid must know it.')
param mailFrom string = 'avance@entidad.example'

@description('Client id of the app registration by which people sign in with an account of the directory; empty for form links alone.')
param entraClientId string = ''

@description('When evidence that no event announced is looked for: NCRONTAB with seconds, in UTC.')
param evidenceSweepSchedule string = '0 */10 * * * *'

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Days in which a deleted or overwritten blob can be brought back.')
param blobRetentionInDays int = 30

@description('Days that logs are kept.')
param logRetentionInDays int = 30

@description('Tag of the image in the registry; another one with each version of the app.')
@minLength(1)
param imageTag string

@description('Processor cores of a replica; each comes with 2 GiB of memory.')
@allowed([1, 2, 4])
param cores int = 2

@description('Replicas that run also without work. Mails are sent every five minutes: fewer than one saves little.')
param minReplicas int = 1

@description('Replicas at most.')
param maxReplicas int = 10

var suffix = suffixOf(resourceGroup().id, environmentName)
var name = '${workload}-${environmentName}-${suffix}'
// Names are known before anything is made: what-if can tell what a deployment would change.
var identityName = 'id-${name}'
var insightsName = 'appi-${name}'
var storageName = toLower('st${workload}${take(environmentName, 4)}${suffix}')
var reportsStorageName = toLower('st${workload}rep${take(environmentName, 4)}${suffix}')
var registryName = registryNameOf(workload, environmentName, suffix)
var appName = toLower('ca-${name}')
var tags = {
  workload: workload
  environment: environmentName
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: identityName
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
    name: insightsName
    location: location
    tags: tags
    workspaceId: logAnalytics.outputs.id
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    blobRetentionInDays: blobRetentionInDays
    containers: [
      'evidence'
      'evidence-facts'
      'exports'
      'keys'
      'report-templates'
      'reports'
      'restores'
    ]
    queues: [
      'report-compilations'
      'report-compilations-poison'
      'report-exports'
      'report-exports-poison'
      'evidence-readings'
      'evidence-readings-poison'
      'claim-checks'
      'claim-checks-poison'
      'submission-receipts'
      'submission-receipts-poison'
      // The host makes it when the first blob fails; made here so that an alert can watch it from the start.
      'webjobs-blobtrigger-poison'
    ]
    tables: [
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
  }
}

module reportsStorage 'modules/reports-storage.bicep' = {
  name: 'reports-storage'
  params: {
    name: reportsStorageName
    location: location
    tags: tags
    sku: storageSku
  }
}

module roles 'modules/role-assignments.bicep' = {
  name: 'role-assignments'
  dependsOn: [
    identity
    storage
    reportsStorage
    insights
  ]
  params: {
    identityName: identityName
    storageName: storageName
    reportsStorageName: reportsStorageName
    insightsName: insightsName
    registryName: registryName
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

module containerEnvironment 'modules/container-environment.bicep' = {
  name: 'container-environment'
  params: {
    name: 'cae-${name}'
    location: location
    tags: tags
    workspaceId: logAnalytics.outputs.id
  }
}

module app 'modules/container-app.bicep' = {
  name: 'container-app'
  // The image is pulled, and the host reads storage, as the app starts.
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
    registryServer: registry.properties.loginServer
    image: 'avance:${imageTag}'
    insightsConnectionString: insights.outputs.connectionString
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    reportsTableEndpoint: reportsStorage.outputs.tableEndpoint
    cores: cores
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    // Made of a key of the storage account, which opens nothing there: each deployment comes to the same ones, and
    // Event Grid gets its own below without the app having run.
    masterKey: guid(storage.outputs.seed, 'master')
    defaultKey: guid(storage.outputs.seed, 'default')
    blobsKey: guid(storage.outputs.seed, 'blobs')
    timeZone: timeZone
    reportsSchedule: reportsSchedule
    nationalSchedule: nationalSchedule
    remindersSchedule: remindersSchedule
    mailSchedule: mailSchedule
    readGroups: readGroups
    sendGridApiKey: sendGridApiKey
    sendGridWebhookKey: sendGridWebhookKey
    mailFrom: mailFrom
    entraClientId: entraClientId
    evidenceSweepSchedule: evidenceSweepSchedule
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
    app
  ]
  params: {
    location: location
    tags: tags
    storageName: storageName
    address: 'https://${appName}.${containerEnvironment.outputs.defaultDomain}/runtime/webhooks/blobs?functionName=Host.Functions.ReadEvidence&code=${guid(storage.outputs.seed, 'blobs')}'
  }
}

output appName string = app.outputs.name
output appHostName string = '${appName}.${containerEnvironment.outputs.defaultDomain}'
output storageName string = storage.outputs.name
output reportsStorageName string = reportsStorage.outputs.name
output identityClientId string = identity.outputs.clientId
