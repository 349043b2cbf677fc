// What modules have in common.

@export()
@description('Tags that each resource has.')
type Tags = {
  workload: string
  environment: string
}
