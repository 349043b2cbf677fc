using 'main.bicep'

param environmentName = 'production'
param image = readEnvironmentVariable('IMAGE', '')
param storageSku = 'Standard_ZRS'
param blobRetentionInDays = 90
// As long as a plan of two years and the evaluation of it.
param evidenceImmutabilityInDays = 1095
param privateNetwork = true
param logRetentionInDays = 365
