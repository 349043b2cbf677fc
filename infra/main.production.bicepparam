using 'main.bicep'

param environmentName = 'production'
param storageSku = 'Standard_ZRS'
param blobRetentionInDays = 90
param logRetentionInDays = 365
