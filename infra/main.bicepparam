// For azd, which has the values of each of its environments: azd env set NAME VALUE.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AVANCE_ENVIRONMENT', 'test')
param image = readEnvironmentVariable('SERVICE_FUNCTIONS_IMAGE_NAME', '')
param storageSku = readEnvironmentVariable('AVANCE_STORAGE_SKU', 'Standard_LRS')
param evidenceImmutabilityInDays = int(readEnvironmentVariable('AVANCE_EVIDENCE_IMMUTABILITY_DAYS', '0'))
param privateNetwork = bool(readEnvironmentVariable('AVANCE_PRIVATE_NETWORK', 'false'))
param sendsMail = bool(readEnvironmentVariable('AVANCE_SENDS_MAIL', 'false'))
param sendGridApiKey = readEnvironmentVariable('AVANCE_SENDGRID_API_KEY', '')
param sendGridWebhookKey = readEnvironmentVariable('AVANCE_SENDGRID_WEBHOOK_KEY', '')
param mailFrom = readEnvironmentVariable('AVANCE_MAIL_FROM', 'avance@entidad.example')
param entraClientId = readEnvironmentVariable('AVANCE_ENTRA_CLIENT_ID', '')
param alertEmails = empty(readEnvironmentVariable('AVANCE_ALERT_EMAILS', ''))
  ? []
  : split(readEnvironmentVariable('AVANCE_ALERT_EMAILS', ''), ',')
