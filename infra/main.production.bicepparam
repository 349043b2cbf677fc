using 'main.bicep'

param environmentName = 'production'
param image = readEnvironmentVariable('IMAGE', '')
param storageSku = 'Standard_ZRS'
param blobRetentionInDays = 90
// As long as a plan of two years and the evaluation of it.
param evidenceImmutabilityInDays = 1095
param privateNetwork = true
param logRetentionInDays = 365

// Who this ministry is: given here or as variables of the environment from which it is deployed.
param mailFrom = readEnvironmentVariable('MAIL_FROM', 'avance@entidad.example')
param sendsMail = bool(readEnvironmentVariable('SENDS_MAIL', 'false'))
param sendGridApiKey = readEnvironmentVariable('SENDGRID_API_KEY', '')
param sendGridWebhookKey = readEnvironmentVariable('SENDGRID_WEBHOOK_KEY', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param alertEmails = empty(readEnvironmentVariable('ALERT_EMAILS', ''))
  ? []
  : split(readEnvironmentVariable('ALERT_EMAILS', ''), ',')
