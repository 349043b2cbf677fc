// The registry of the app's images. It is deployed first: the app of main.bicep starts from an image that is in it.
// Deploy: infra/README.md

targetScope = 'resourceGroup'

import { registryNameOf, suffixOf } from 'shared.bicep'

@allowed(['test', 'production'])
param environmentName string

param location string = resourceGroup().location

@description('Begins the name of each resource.')
@minLength(2)
@maxLength(8)
param workload string = 'avance'

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: registryNameOf(workload, environmentName, suffixOf(resourceGroup().id, environmentName))
  location: location
  tags: {
    workload: workload
    environment: environmentName
  }
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
