// Tells the app of each new file of evidence: the host looks into no container itself. Event Grid calls the address as the
// subscription is made, and needs an answer: the app must run.

import { Tags } from '../shared.bicep'

param location string
param tags Tags
param storageName string

@description('Where the app takes events of blobs, with the key that it asks for.')
@secure()
param address string

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${storageName}'
  location: location
  tags: tags
  properties: {
    source: storage.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource evidence 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'evidence'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: address
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
      ]
      subjectBeginsWith: '/blobServices/default/containers/evidence/blobs/'
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}
