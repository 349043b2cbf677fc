// Tells people when the resource group costs more than was planned.

import { Budget } from '../shared.bicep'

param budget Budget

@description('Who is told.')
@minLength(1)
param emails string[]

var thresholds = {
  half: { percent: 50, type: 'Actual' }
  nearly: { percent: 90, type: 'Actual' }
  forecast: { percent: 100, type: 'Forecasted' }
}

resource monthly 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'monthly'
  properties: {
    category: 'Cost'
    amount: budget.amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budget.start
    }
    notifications: toObject(items(thresholds), item => item.key, item => {
      enabled: true
      operator: 'GreaterThanOrEqualTo'
      threshold: item.value.percent
      thresholdType: item.value.type
      contactEmails: emails
    })
  }
}
