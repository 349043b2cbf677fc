// Indicators of a policy: what is asked, and what a value means by the indicator's method and direction.
import { el } from './dom.js';
import { figure, percent } from './format.js';

const methods = {
  ratio: 'Valor obtenido ÷ logro esperado',
  inverseRatio: 'Logro esperado ÷ valor obtenido',
  baselineGap: 'Avance desde la línea de base hacia el logro esperado',
  accumulatedRatio: 'Valores obtenidos de los años hasta ahora ÷ sus logros esperados',
};

export const outcomes = {
  reported: 'Se cuenta con el valor obtenido',
  notReported: 'No se cuenta con la información',
  sourceNotProduced: 'La fuente no se produjo este año',
  underReview: 'El indicador está en revisión',
};

const reaches = ({ direction }, value, target) => (direction === 'ascending' ? value >= target : value <= target);

// Of actual and target, or of the sums of the years so far; null where an earlier year has no value.
function measured({ method, targets, earlier }, goal, value) {
  if (method !== 'accumulatedRatio') {
    return [value, goal.target];
  }
  const before = targets.filter(target => target.year < goal.year);
  const values = before.map(target => earlier.find(actual => actual.year === target.year)?.value ?? null);
  return values.includes(null)
    ? null
    : [value + values.reduce((sum, one) => sum + one, 0), goal.target + before.reduce((sum, one) => sum + one.value, 0)];
}

// Null where the method divides by 0 or lacks a baseline.
function percentOf({ method, baseline }, value, target) {
  const [part, whole] =
    method === 'inverseRatio' ? [target, value] : method === 'baselineGap' ? [value - (baseline ?? NaN), target - (baseline ?? NaN)] : [value, target];
  return Number.isFinite(part / whole) ? (part * 100) / whole : null;
}

// As goals.js: null without a value.
export function indicatorResult(goal, entry) {
  if (entry.outcome !== 'reported' || entry.executed === null) {
    return null;
  }
  const { indicator } = goal;
  const sums = measured(indicator, goal, entry.executed);
  const later = indicator.targets.filter(target => target.year > goal.year && reaches(indicator, entry.executed, target.value));
  return {
    total: entry.executed,
    before: 0,
    percent: sums && percentOf(indicator, ...sums),
    isMet: sums && reaches(indicator, ...sums),
    beyond: later.length > 0 ? Math.max(...later.map(target => target.year)) : null,
  };
}

// 102.6 % del logro esperado: cumplido
export function verdict(found) {
  const share = found.percent === null ? '' : `${percent(found.percent)}: `;
  const beyond = found.beyond ? ` Ya superó el logro esperado de ${found.beyond}.` : '';
  return found.isMet === null
    ? 'falta el valor de un año anterior para calcular el porcentaje.'
    : `${share}${found.isMet ? 'cumplido.' : 'no cumplido.'}${beyond}`;
}

export function indicatorMeaning(goal, entry) {
  const found = indicatorResult(goal, entry);
  if (!found) {
    return null;
  }
  const said = verdict(found);
  const text = said[0].toUpperCase() + said.slice(1);
  if (found.percent !== null && found.percent >= 1_000) {
    return ['warn', `${text} Es diez veces lo esperado o más: revise que el valor esté en la unidad del indicador.`];
  }
  return found.isMet === false ? ['warn', `${text} Diga abajo qué problema hubo y qué medidas se adoptaron.`] : [found.isMet ? 'good' : 'info', text];
}

// What the policy asks of an indicator.
export function askedIndicator({ activity, goals: [{ indicator }] }) {
  const { baseline, baselineYear, targets } = indicator;
  const rows = [
    [indicator.isOfService ? 'Servicio' : 'Objetivo', indicator.measures],
    ['Unidad de medida', activity.unitOfMeasure],
    ['Sentido', indicator.direction === 'ascending' ? 'Se espera que suba' : 'Se espera que baje'],
    ['Cómo se calcula el porcentaje', methods[indicator.method]],
    [
      'Línea de base',
      baseline === null || baseline === undefined
        ? 'No se publicó'
        : `${figure(baseline)}${baselineYear ? ` (${baselineYear})` : ''}${indicator.isBaselineInferred ? ', inferida de lo publicado' : ''}`,
    ],
    ['Logros esperados', el('ul', { class: 'plain targets' }, ...targets.map(target => el('li', {}, `${target.year}: ${figure(target.value)}`)))],
    ['Fuente', indicator.source || 'La política no la dice'],
    ['Evidencia', activity.evidenceRequirement || 'La política no la detalla.'],
  ];
  return el('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}
