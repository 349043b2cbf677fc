using 'main.bicep'

param environmentName = 'test'
param image = readEnvironmentVariable('IMAGE', '')

// Who this ministry is: given here or as variables of the environment from which it is deployed.
param mailFrom = readEnvironmentVariable('MAIL_FROM', 'avance@entidad.example')
param sendsMail = bool(readEnvironmentVariable('SENDS_MAIL', 'false'))
param sendGridApiKey = readEnvironmentVariable('SENDGRID_API_KEY', '')
param sendGridWebhookKey = readEnvironmentVariable('SENDGRID_WEBHOOK_KEY', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param alertEmails = empty(readEnvironmentVariable('ALERT_EMAILS', ''))
  ? []
  : split(readEnvironmentVariable('ALERT_EMAILS', ''), ',')
