// The function app, and the one place where its settings are named.

param name string
param location string
param tags object
param planId string
param identityId string
param identityClientId string
param insightsConnectionString string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param deploymentContainer string

@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('IANA name of the zone in which periods open and close.')
param timeZone string

@description('When reports are compiled: NCRONTAB with seconds, in UTC.')
param reportsSchedule string

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

// One setting a line, `name: value`, between the braces; a test compares the names with local.settings.sample.json.
// Code and triggers read `Reports__Schedule` as `Reports:Schedule`: the host finds no name with `__` in a trigger's
// `%…%` (https://github.com/Azure/azure-functions-host/issues/10246).
// The runtime is not a setting here (functionAppConfig), and AZURE_FUNCTIONS_ENVIRONMENT stays unset: Production.
var appSettings = {
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The app registration trusts this identity in place of a secret; the platform looks for its id under this name.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  // The app answers at its bare address itself.
  AzureWebJobsDisableHomepage: 'true'
  Access__Address: 'https://${name}.azurewebsites.net'
  Access__LinkDays: '14'
  Access__SessionHours: '12'
  Access__RequestsPerMinute: '300'
  Access__TrustPlatformAuthentication: string(!empty(entraClientId))
  Calendar__TimeZone: timeZone
  Reports__Schedule: reportsSchedule
  Evidence__SweepSchedule: evidenceSweepSchedule
  Reminders__Schedule: remindersSchedule
  Reminders__SendSchedule: mailSchedule
  Reminders__FromHour: '9'
  Reminders__UntilHour: '18'
  Reminders__UnknownHours: '6'
  Reminders__ReadGroups: string(readGroups)
  Mail__ApiKey: sendGridApiKey
  Mail__Host: 'https://api.sendgrid.com'
  Mail__From: mailFrom
  Mail__WebhookKey: sendGridWebhookKey
  Mail__Folder: ''
  Reading__FileMegabytes: '100'
  Reading__AtOnce: '0'
  Reading__DocumentSeconds: '45'
  Reading__FileSeconds: '480'
  Reading__MillionCharacters: '20'
  Reading__Entries: '2000'
  Reading__UnpackedMegabytes: '500'
  Reading__Ratio: '200'
  Reading__Depth: '2'
  Reading__XmlPartMegabytes: '200'
  Reading__XmlNodeMegabytes: '4'
  Reading__XmlDepth: '1000'
  Reading__Rows: '200000'
  Reading__Columns: '500'
  Reading__ThousandCells: '2000'
  Reading__HtmlDepth: '2000'
  Reading__HtmlMegabytes: '20'
  Reading__MimeDepth: '20'
  Reading__ChildMegabytes: '512'
  Reading__ChildSeconds: '45'
  Reading__ChildProcessorSeconds: '30'
  Reading__ToolMegabytes: '1024'
  Reading__OutputMegabytes: '50'
  Reading__Pages: '2000'
  Reading__OcrPages: '50'
  Reading__OcrSeconds: '240'
  Reading__OcrPageSeconds: '30'
  Reading__Megapixels: '40'
  Reading__OcrLetters: '340'
  Reading__OcrCoverage: '60'
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: appSettings
}

// The platform signs people in, and tells the app who they are in a header that it removes from what comes from outside.
// Nobody must sign in here: form links work without an account, and the app itself denies whoever it does not know.
resource authentication 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: !empty(entraClientId)
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: !empty(entraClientId)
        registration: {
          clientId: entraClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            entraClientId
            'api://${entraClientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}

// Publishing with a user name and password is off: deployments sign in.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
