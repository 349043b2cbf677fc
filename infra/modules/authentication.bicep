// The platform signs people in, and tells the app who they are in a header that it removes from what comes from outside.
// Nobody must sign in here: form links work without an account, and the app itself denies whoever it does not know.

import { federatedIdentity } from '../shared.bicep'

param appName string

@description('Client id of the app registration by which people sign in; empty for none.')
param entraClientId string

resource app 'Microsoft.App/containerApps@2025-07-01' existing = {
  name: appName
}

resource authentication 'Microsoft.App/containerApps/authConfigs@2025-07-01' = {
  parent: app
  name: 'current'
  properties: {
    platform: {
      enabled: !empty(entraClientId)
    }
    globalValidation: {
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: empty(entraClientId)
      ? {}
      : {
          azureActiveDirectory: {
            enabled: true
            registration: {
              clientId: entraClientId
              clientSecretSettingName: federatedIdentity
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
