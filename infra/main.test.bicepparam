using 'main.bicep'

param environmentName = 'test'
param blobRetentionInDays = 7
