// Avance in one resource group. Deploy: infra/README.md

targetScope = 'resourceGroup'

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

param maximumInstanceCount int = 40

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

var suffix = take(uniqueString(resourceGroup().id, environmentName), 6)
var name = '${workload}-${environmentName}-${suffix}'
// Names are known before anything is made: what-if can tell what a deployment would change.
var identityName = 'id-${name}'
var insightsName = 'appi-${name}'
var storageName = toLower('st${workload}${take(environmentName, 4)}${suffix}')
var deploymentContainer = 'app-package'
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
    deploymentContainer: deploymentContainer
    containers: [
      'evidence'
      'evidence-facts'
      'keys'
      'reports'
    ]
    queues: [
      'report-compilations'
      'report-compilations-poison'
      'evidence-readings'
      'evidence-readings-poison'
      'claim-checks'
      'claim-checks-poison'
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
      'compilation'
      'reportactivity'
      'reportgoal'
      'reportunit'
      'reportplan'
      'reportrun'
    ]
  }
}

module roles 'modules/role-assignments.bicep' = {
  name: 'role-assignments'
  dependsOn: [
    identity
    storage
    insights
  ]
  params: {
    identityName: identityName
    storageName: storageName
    insightsName: insightsName
  }
}

module plan 'modules/hosting-plan.bicep' = {
  name: 'hosting-plan'
  params: {
    name: 'plan-${name}'
    location: location
    tags: tags
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  // The host reads storage and the package as it starts.
  dependsOn: [
    roles
  ]
  params: {
    name: 'func-${name}'
    location: location
    tags: tags
    planId: plan.outputs.id
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    insightsConnectionString: insights.outputs.connectionString
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    deploymentContainer: deploymentContainer
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    timeZone: timeZone
    reportsSchedule: reportsSchedule
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

output functionAppName string = functionApp.outputs.name
output functionAppHostName string = functionApp.outputs.hostName
output storageName string = storage.outputs.name
output identityClientId string = identity.outputs.clientId
