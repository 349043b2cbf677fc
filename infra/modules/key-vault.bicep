// The key that encrypts the app's own keys, which nobody can take out of here, and the key of SendGrid.

import { Tags } from '../shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags

@description('The key of SendGrid; empty leaves the one that is here.')
@secure()
param sendGridApiKey string

@description('Whether only the network of the app and services that Azure trusts reach it.')
param isPrivate bool

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Without this key all form links and sessions end: nobody can delete it for good before its days are over.
    enablePurgeProtection: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

// Where there is one already, this leaves it as it is.
resource keyRing 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'data-protection'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    rotationPolicy: {
      lifetimeActions: [
        {
          action: {
            type: 'rotate'
          }
          trigger: {
            timeAfterCreate: 'P1Y'
          }
        }
      ]
    }
  }
}

resource mailKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(sendGridApiKey)) {
  parent: vault
  name: 'sendgrid-api-key'
  properties: {
    value: sendGridApiKey
  }
}

output id string = vault.id
output name string = vault.name
output keyRingUri string = keyRing.properties.keyUri
output mailKeyUri string = '${vault.properties.vaultUri}secrets/sendgrid-api-key'
