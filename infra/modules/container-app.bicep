// The app: the Functions host with the programs that read PDFs and pictures, as functions/Dockerfile builds it. This is the
// one place where its settings are named. https://learn.microsoft.com/azure/container-apps/functions-overview

import { Tags, federatedIdentity } from '../shared.bicep'

@maxLength(32)
param name string
param location string
param tags Tags
param environmentId string

@description('Where browsers and Event Grid reach the app, without https://.')
param hostName string

param identityId string
param identityClientId string
param registryServer string

@description('Repository and tag of the image in the registry.')
param image string

param insightsConnectionString string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string

@description('Where the report tables are.')
param reportsTableEndpoint string

@description('Processor cores of a replica; each comes with 2 GiB of memory.')
@allowed([1, 2, 4])
param cores int

@description('Replicas that run also without work.')
@minValue(0)
param minReplicas int

@description('Replicas at most.')
@minValue(1)
@maxValue(1000)
param maxReplicas int

@description('The key that Event Grid shows when it tells of a new blob.')
@secure()
param blobsKey string

@description('The key of the Functions host for its own addresses below /admin, and the one for functions, which no function of this app asks for.')
@secure()
param masterKey string

@secure()
param defaultKey string

@description('IANA name of the zone in which periods open and close.')
param timeZone string

@description('When reports are compiled: NCRONTAB with seconds, in UTC.')
param reportsSchedule string

@description('When reports are consolidated at the national level: NCRONTAB with seconds, in UTC.')
param nationalSchedule string

@description('When reminders are planned: NCRONTAB with seconds, in UTC.')
param remindersSchedule string

@description('When mails are sent: NCRONTAB with seconds, in UTC.')
param mailSchedule string

@description('Whether the members of groups of the directory are read.')
param readGroups bool

@description('The key of SendGrid; empty sends no mail.')
@secure()
param sendGridApiKey string

@description('The public key with which SendGrid signs its events, base64.')
param sendGridWebhookKey string

@description('The address that mails come from.')
param mailFrom string

@description('Client id of the app registration by which people sign in; empty for none.')
param entraClientId string

@description('When evidence that no event announced is looked for: NCRONTAB with seconds, in UTC.')
param evidenceSweepSchedule string

// A test compares the names and values with local.settings.sample.json and with what the code reads.
// Code and triggers read `Reports__Schedule` as `Reports:Schedule`: the host finds no name with `__` in a trigger's
// `%…%` (https://github.com/Azure/azure-functions-host/issues/10246).
// AZURE_FUNCTIONS_ENVIRONMENT stays unset: Production.
var appSettings = {
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  ReportsStorage__tableServiceUri: reportsTableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The app answers at its bare address itself.
  AzureWebJobsDisableHomepage: 'true'
  // Replicas and revisions are one app: leases of timers and receipts of blobs are kept under this name.
  AzureFunctionsWebHost__hostid: name
  // The host takes its keys from the files that are mounted below.
  AzureWebJobsSecretStorageType: 'containerapps'
  // Without it the host has no address for the events of blobs, and does not start.
  WEBSITE_HOSTNAME: hostName
  // 110 MiB: a file of Reading__FileMegabytes, with its multipart framing and the form's other fields. What is larger
  // the host answers with an empty 500; a file too large below that limit the app refuses itself, with a reason.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '115343360'
  Access__Address: 'https://${hostName}'
  Access__LinkDays: '14'
  Access__SessionHours: '12'
  Access__RequestsPerMinute: '300'
  Access__TrustPlatformAuthentication: string(!empty(entraClientId))
  // The same condition turns it on in authentication.bicep. WEBSITE_AUTH_ENABLED would say so too, but the Functions host
  // would take it for App Service's and put its own sign-in before the app.
  Access__ContainerAppsAuthentication: string(!empty(entraClientId))
  Calendar__TimeZone: timeZone
  Reports__Schedule: reportsSchedule
  Reports__NationalSchedule: nationalSchedule
  Evidence__SweepSchedule: evidenceSweepSchedule
  Reminders__Schedule: remindersSchedule
  Reminders__SendSchedule: mailSchedule
  Reminders__FromHour: '9'
  Reminders__UntilHour: '18'
  Reminders__UnknownHours: '6'
  Reminders__ReadGroups: string(readGroups)
  Mail__Host: 'https://api.sendgrid.com'
  Mail__From: mailFrom
  Mail__WebhookKey: sendGridWebhookKey
  Mail__Folder: ''
  Reading__FileMegabytes: '100'
  Reading__AtOnce: '0'
  Reading__FileSeconds: '480'
  Reading__ChildMegabytes: '512'
  Reading__ToolMegabytes: '1024'
  Reading__OcrPages: '50'
}

// Settings that Container Apps keeps as secrets.
var secretSettings = [
  {
    setting: 'Mail__ApiKey'
    secret: 'mail-api-key'
    value: sendGridApiKey
  }
]

// A secret must have a value: an empty one is no setting.
var givenSecrets = filter(secretSettings, item => !empty(item.value))

// Secret and file of each key of the Functions host: https://learn.microsoft.com/azure/container-apps/functions-secrets-host-keys
var hostKeys = [
  {
    secret: 'host-master'
    path: 'host.master'
    value: masterKey
  }
  {
    secret: 'host-function-default'
    path: 'host.function.default'
    value: defaultKey
  }
  {
    secret: 'host-systemkey-blobs-extension'
    path: 'host.systemKey.blobs_extension'
    value: blobsKey
  }
]

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: concat(
        map(givenSecrets, item => { name: item.secret, value: item.value }),
        map(hostKeys, item => { name: item.secret, value: item.value }),
        empty(entraClientId) ? [] : [{ name: federatedIdentity, value: identityClientId }]
      )
    }
    template: {
      // What is in flight when a replica is taken away has this long: a file may be read for 8 minutes.
      terminationGracePeriodSeconds: 600
      containers: [
        {
          name: 'functions'
          image: '${registryServer}/${image}'
          env: concat(
            map(items(appSettings), item => { name: item.key, value: item.value }),
            map(givenSecrets, item => { name: item.setting, secretRef: item.secret })
          )
          resources: {
            cpu: cores
            memory: '${cores * 2}Gi'
          }
          probes: [
            {
              // The deployment of the app has ended once it answers: its events can be subscribed to.
              type: 'Startup'
              httpGet: {
                port: 8080
                path: '/api/health'
              }
              periodSeconds: 10
              timeoutSeconds: 10
              failureThreshold: 10
            }
            {
              // Touches nothing: a storage that is down is no reason to restart.
              type: 'Liveness'
              httpGet: {
                port: 8080
                path: '/api/health/live'
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 4
            }
            {
              // Each dependency is given up after 5 seconds.
              type: 'Readiness'
              httpGet: {
                port: 8080
                path: '/api/health/ready'
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 4
            }
          ]
          volumeMounts: [
            {
              volumeName: 'functions-keys'
              mountPath: '/run/secrets/functions-keys'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'functions-keys'
          storageType: 'Secret'
          secrets: map(hostKeys, item => { secretRef: item.secret, path: item.path })
        }
      ]
      // How many run between these the platform decides, by the triggers that it reads from the app.
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
    }
  }
}

output name string = app.name
