// What the Bicep files have in common.

@export()
@description('Tags that each resource has.')
type Tags = {
  workload: string
  environment: string
}

@export()
@description('Standard_LRS keeps three copies in one data centre, Standard_ZRS in three zones, Standard_GZRS in another region too.')
type StorageSku = 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

@export()
@description('What a month may cost.')
type Budget = {
  @description('In the currency of the subscription.')
  @minValue(1)
  amount: int

  @description('First day of the month from which it counts, such as 2027-01-01: not in the past when it is made.')
  start: string
}

@export()
@description('The app registration trusts the identity of the app in place of a secret; the platform looks for its id under this name.')
var federatedIdentity = 'override-use-mi-fic-assertion-client-id'

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
@export()
@description('Ids of the roles that identities of a deployment have.')
var roles = {
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fbe8'
  storageQueueDataMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
