// The registry of the app's images.

import { Tags } from '../shared.bicep'

@minLength(5)
@maxLength(50)
param name string
param location string
param tags Tags

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Basic'
  }
  properties: {
    // No password: whoever pushes or pulls is an identity with a role.
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

output name string = registry.name
output server string = registry.properties.loginServer
