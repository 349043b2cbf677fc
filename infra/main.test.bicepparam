using 'main.bicep'

param environmentName = 'test'
param image = readEnvironmentVariable('IMAGE', '')
