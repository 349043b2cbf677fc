// Tells people when something fails, and when what should happen did not. docs/operations.md has a section for each.

import { Tags } from '../shared.bicep'

param location string
param tags Tags

@description('The workspace in which the telemetry is.')
param workspaceId string

@description('Who is told, by mail; nobody: the alerts are made all the same and can be seen in the portal.')
param emails string[]

type Alert = {
  @description('Also the name of its section in docs/operations.md.')
  name: string

  @description('What the mail says: what it means and what to look at.')
  text: string

  @description('1 is an error, 2 a warning.')
  severity: 1 | 2

  @description('Has one row with the number "value".')
  query: string

  @description('The time that is looked at, ISO 8601.')
  window: 'PT15M' | 'PT1H' | 'PT6H' | 'P1D'

  @description('How often, ISO 8601.')
  every: 'PT5M' | 'PT15M' | 'PT1H'

  @description('Compares the value with the limit.')
  operator: 'GreaterThan' | 'LessThan'
  limit: int
}

// The metrics are in docs/telemetry.md. A query without rows of a metric still counts to 0: silence is noticed.
var alerts Alert[] = [
  {
    name: 'no-reports'
    text: 'No run of the reports has ended well for a day: the desk and Power BI show old figures. Look at the failures of the function CompileReports, and whether the app runs.'
    severity: 1
    query: 'AppDependencies | where Name == "function CompileReports" and Success == true | summarize value = count()'
    window: 'P1D'
    every: 'PT1H'
    operator: 'LessThan'
    limit: 1
  }
  {
    name: 'no-reminders'
    text: 'Reminders have not been planned for a day: units that owe something are not told. Look at the failures of the function PlanReminders, and whether the app runs.'
    severity: 1
    query: 'AppMetrics | where Name == "avance.reminders.planned" | summarize value = sum(Sum)'
    window: 'P1D'
    every: 'PT1H'
    operator: 'LessThan'
    limit: 1
  }
  {
    name: 'no-telemetry'
    text: 'The app has measured nothing for an hour: it does not run, or cannot send its telemetry. Look at the replicas and at the system log of the container app.'
    severity: 1
    query: 'AppMetrics | where Name == "avance.evidence.unread.age" | summarize value = count()'
    window: 'PT1H'
    every: 'PT15M'
    operator: 'LessThan'
    limit: 1
  }
  {
    name: 'evidence-unread'
    text: 'A file of evidence has waited for more than an hour to be read. Look at the queues evidence-events and evidence-readings, at the failures of ReadEvidence, and at the number of replicas.'
    severity: 2
    query: 'AppMetrics | where Name == "avance.evidence.unread.age" | summarize value = max(Max)'
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    limit: 3600
  }
  {
    name: 'poison-messages'
    text: 'Work failed five times and was given up: people are told so on the desk. Look at which queue it was, and at the failures of the function that reads that queue.'
    severity: 1
    query: 'AppMetrics | where Name == "avance.messages.failed" | summarize value = sum(Sum)'
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    limit: 0
  }
  {
    name: 'mails-unknown'
    text: 'Of some mails it is not known whether they went out. They are sent again once SendGrid has had its hours to answer. Look at the event webhook of SendGrid and at its key.'
    severity: 2
    query: 'AppMetrics | where Name == "avance.mails" and tostring(Properties["avance.mail.state"]) == "unknown" | summarize value = sum(Sum)'
    window: 'PT6H'
    every: 'PT1H'
    operator: 'GreaterThan'
    limit: 0
  }
  {
    name: 'mails-failed'
    text: 'Mails bounced or were refused: those people are reminded of nothing. Look at the page of mails of each plan, and mend their addresses.'
    severity: 2
    query: 'AppMetrics | where Name == "avance.mails" and tostring(Properties["avance.mail.state"]) in ("bounced", "rejected", "complained") | summarize value = sum(Sum)'
    window: 'PT6H'
    every: 'PT1H'
    operator: 'GreaterThan'
    limit: 5
  }
  {
    name: 'sign-ins-refused'
    text: 'Many requests were refused for want of a valid sign-in: somebody tries links, or links have ended that people still use. Look at the reasons, and at how many addresses they come from.'
    severity: 2
    query: 'AppMetrics | where Name == "avance.signins.refused" | summarize value = sum(Sum)'
    window: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    limit: 100
  }
  {
    name: 'requests-failed'
    text: 'The app answered requests with errors of its own. Look at the failures in Application Insights: the trace of each shows the step that failed.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) >= 500 | summarize value = count()'
    window: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    limit: 5
  }
  {
    name: 'functions-failed'
    text: 'Functions that run by themselves fail again and again. Look at which, and at their traces.'
    severity: 2
    query: 'AppDependencies | where Name startswith "function " and Success == false | summarize value = count()'
    window: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    limit: 20
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${tags.workload}-${tags.environment}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: tags.workload
    emailReceivers: [
      for (email, i) in emails: {
        name: 'mail-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: alert.name
    location: location
    tags: tags
    properties: {
      displayName: alert.name
      description: alert.text
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.window
      autoMitigate: true
      // A table that has no row yet has no columns either.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Maximum'
            operator: alert.operator
            threshold: alert.limit
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(emails) ? [] : [people.id]
      }
    }
  }
]
