using 'main.bicep'

param environmentName = 'production'
param imageTag = readEnvironmentVariable('IMAGE_TAG', 'not-given')
param storageSku = 'Standard_ZRS'
param blobRetentionInDays = 90
param logRetentionInDays = 365
