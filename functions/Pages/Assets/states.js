// The words and colours on the pages for the states of the API.
import { el } from './dom.js';
import { outcomes as ofIndicators } from './indicators.js';

// Of an activity in a period: [word, colour].
const states = {
  null: ['Por hacer', 'bad'],
  draft: ['Borrador', 'warn'],
  submitted: ['Enviado', 'main'],
  returned: ['Devuelto', 'bad'],
  resubmitted: ['Enviado otra vez', 'main'],
  accepted: ['Aceptado', 'good'],
};

export const state = value => el('span', { class: `state ${states[value][1]}` }, states[value][0]);

export const isSent = value => ['submitted', 'resubmitted', 'accepted'].includes(value);

export const outcomes = {
  reported: 'Se informa una cantidad (puede ser 0)',
  notQuantified: 'Se hizo, pero no hay una cantidad',
  rescheduled: 'Se reprogramó para otro año',
  notReported: 'No se ejecutó y no hay nada que informar',
  reformulated: 'La actividad se reformuló',
  suspended: 'Se integró en otra actividad',
};

// Of a product of a work plan.
const ofDeliveries = {
  reported: 'Se entregó',
  notReported: 'No se entregó',
};

export const outcomesOf = goal => (goal.indicator ? ofIndicators : goal.isDelivery ? ofDeliveries : outcomes);

// Of a finding: [word, colour].
export const severities = {
  serious: ['Grave', 'bad'],
  warning: ['Por revisar', 'warn'],
  notice: ['Aviso', 'info'],
};
