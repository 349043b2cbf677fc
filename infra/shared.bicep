// What the Bicep files have in common.

@export()
@description('Tags that each resource has.')
type Tags = {
  workload: string
  environment: string
}

@export()
@description('Tells the names of one resource group from those of others: most must be unique in all of Azure.')
func suffixOf(groupId string, environmentName string) string => take(uniqueString(groupId, environmentName), 6)

@export()
@description('Name of the registry that has the images of the app.')
func registryNameOf(workload string, environmentName string, suffix string) string =>
  toLower('cr${workload}${take(environmentName, 4)}${suffix}')

@export()
@description('The app registration trusts the identity of the app in place of a secret; the platform looks for its id under this name.')
var federatedIdentity = 'override-use-mi-fic-assertion-client-id'
