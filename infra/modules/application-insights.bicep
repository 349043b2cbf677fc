// Telemetry of the app. Local authentication is off: the connection string alone lets nobody write.

import { Tags } from '../shared.bicep'

param name string
param location string
param tags Tags
param workspaceId string

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    DisableLocalAuth: true
  }
}

output name string = insights.name
output connectionString string = insights.properties.ConnectionString
