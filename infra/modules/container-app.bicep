// The app: the Functions host with the programs that read PDFs and pictures, as functions/Dockerfile builds it. This is the
// one place where its settings are named. https://learn.microsoft.com/azure/container-apps/functions-overview

import { Tags, federatedIdentity } from '../shared.bicep'

@maxLength(32)
param name string
param location string
param tags Tags
param environmentId string

@description('Where browsers reach the app, without https://.')
param hostName string

param identityId string
param identityClientId string
param registryServer string

@description('The image of the app, with its registry and tag; empty for a placeholder until there is one.')
param image string

param insightsConnectionString string

@description('Where the Functions host keeps what is its own.')
param hostBlobEndpoint string

@description('Where plans, progress and evidence are.')
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

@description('IANA name of the zone in which periods open and close.')
param timeZone string

@description('Whether the members of groups of the directory are read.')
param readGroups bool

@description('The key in the vault that encrypts the keys of the app.')
param keyRingUri string

@description('The secret in the vault that is the key of SendGrid; empty sends no mail.')
param mailKeyUri string

@description('The public key with which SendGrid signs its events, base64.')
param sendGridWebhookKey string

@description('The address that mails come from.')
param mailFrom string

@description('Client id of the app registration by which people sign in; empty for none.')
param entraClientId string

// A test compares the names and values with local.settings.sample.json and with what the code reads.
// Code and triggers read `Reports__Schedule` as `Reports:Schedule`: the host finds no name with `__` in a trigger's
// `%…%` (https://github.com/Azure/azure-functions-host/issues/10246).
// AZURE_FUNCTIONS_ENVIRONMENT stays unset: Production.
var appSettings = {
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  AzureWebJobsStorage__blobServiceUri: hostBlobEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  DataStorage__blobServiceUri: blobEndpoint
  DataStorage__queueServiceUri: queueEndpoint
  DataStorage__tableServiceUri: tableEndpoint
  DataStorage__credential: 'managedidentity'
  DataStorage__clientId: identityClientId
  ReportsStorage__tableServiceUri: reportsTableEndpoint
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The app answers at its bare address itself.
  AzureWebJobsDisableHomepage: 'true'
  // Replicas and revisions are one app: leases of timers are kept under this name.
  AzureFunctionsWebHost__hostid: name
  // As in functions/Dockerfile, for the placeholder.
  ASPNETCORE_URLS: 'http://+:8080'
  // Each replica makes its own keys of the host, and nobody knows them: no function asks for one, and its addresses below
  // /admin are closed by them.
  AzureWebJobsSecretStorageType: 'files'
  // 110 MiB: a file of Reading__FileMegabytes, with its multipart framing and the form's other fields. What is larger
  // the host answers with an empty 500; a file too large below that limit the app refuses itself, with a reason.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '115343360'
  Access__Address: 'https://${hostName}'
  Access__KeyEncryptionKey: keyRingUri
  Access__LinkDays: '14'
  Access__SessionHours: '12'
  Access__RequestsPerMinute: '300'
  Access__TrustPlatformAuthentication: string(!empty(entraClientId))
  // The same condition turns it on in authentication.bicep. WEBSITE_AUTH_ENABLED would say so too, but the Functions host
  // would take it for App Service's and put its own sign-in before the app.
  Access__ContainerAppsAuthentication: string(!empty(entraClientId))
  Calendar__TimeZone: timeZone
  Reports__Schedule: '0 5 * * * *'
  Reports__NationalSchedule: '0 */10 * * * *'
  Evidence__SweepSchedule: '0 */10 * * * *'
  Reminders__Schedule: '0 10 * * * *'
  Reminders__SendSchedule: '0 */5 * * * *'
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

// Settings that are secrets of the vault: the platform reads them with the identity of the app.
var secretSettings = [
  {
    setting: 'Mail__ApiKey'
    secret: 'sendgrid-api-key'
    uri: mailKeyUri
  }
]

// A secret must have a value: what is not there is no setting.
var givenSecrets = filter(secretSettings, item => !empty(item.uri))

// The Functions host alone, without an app, until the image of the app is there: it is built in the registry of this deployment.
var placeholder = 'mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0'

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  // By the second tag azd finds the app whose image it builds: azure.yaml.
  tags: union(tags, { 'azd-service-name': 'functions' })
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
        map(givenSecrets, item => { name: item.secret, keyVaultUrl: item.uri, identity: identityId }),
        empty(entraClientId) ? [] : [{ name: federatedIdentity, value: identityClientId }]
      )
    }
    template: {
      // What is in flight when a replica is taken away has this long: a file may be read for 8 minutes.
      terminationGracePeriodSeconds: 600
      containers: [
        {
          name: 'functions'
          image: empty(image) ? placeholder : image
          env: concat(
            map(items(appSettings), item => { name: item.key, value: item.value }),
            map(givenSecrets, item => { name: item.setting, secretRef: item.secret })
          )
          resources: {
            cpu: cores
            memory: '${cores * 2}Gi'
          }
          probes: empty(image)
            ? []
            : [
                {
                  // The deployment has ended once it answers. In an outage of the storage new replicas start all the same.
                  type: 'Startup'
                  httpGet: {
                    port: 8080
                    path: '/api/health/live'
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
                  // Not /api/health/ready: a storage that is down is so for all replicas, and people are to get the app's answer.
                  type: 'Readiness'
                  httpGet: {
                    port: 8080
                    path: '/api/health/live'
                  }
                  periodSeconds: 10
                  timeoutSeconds: 10
                  failureThreshold: 3
                }
              ]
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
