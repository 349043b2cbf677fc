// The network of the app, and in it private addresses of what it uses: storage accounts and vault are reached by no other way.
// The report tables stay open to Power BI, which signs in with their account's key.

import { Tags } from '../shared.bicep'

param name string
param location string
param tags Tags
param storageId string
param hostStorageId string
param vaultId string

var suffix = environment().suffixes.storage

// A resource, what of it, and the zone of the names by which it is found.
var endpoints = [
  { name: 'blob', id: storageId, group: 'blob', zone: 'privatelink.blob.${suffix}' }
  { name: 'queue', id: storageId, group: 'queue', zone: 'privatelink.queue.${suffix}' }
  { name: 'table', id: storageId, group: 'table', zone: 'privatelink.table.${suffix}' }
  { name: 'host', id: hostStorageId, group: 'blob', zone: 'privatelink.blob.${suffix}' }
  { name: 'vault', id: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
]
var zoneNames = union(map(endpoints, endpoint => endpoint.zone), [])

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/22']
    }
  }
}

resource appSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: network
  name: 'app'
  properties: {
    addressPrefix: '10.20.0.0/23'
    delegations: [
      {
        name: 'container-apps'
        properties: {
          serviceName: 'Microsoft.App/environments'
        }
      }
    ]
  }
}

resource endpointSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: network
  name: 'endpoints'
  // A network takes one change at a time.
  dependsOn: [
    appSubnet
  ]
  properties: {
    addressPrefix: '10.20.2.0/24'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zoneNames: {
    parent: zones[i]
    name: network.name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

module privateEndpoints 'private-endpoint.bicep' = [
  for endpoint in endpoints: {
    name: 'private-endpoint-${endpoint.name}'
    params: {
      name: 'pe-${endpoint.name}-${name}'
      location: location
      tags: tags
      subnetId: endpointSubnet.id
      resourceId: endpoint.id
      group: endpoint.group
      zoneId: zones[indexOf(zoneNames, endpoint.zone)].id
    }
  }
]

output appSubnetId string = appSubnet.id
