using 'main.bicep'

param environmentName = 'test'
param imageTag = readEnvironmentVariable('IMAGE_TAG', 'not-given')
param blobRetentionInDays = 7
