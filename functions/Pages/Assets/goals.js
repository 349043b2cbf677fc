// Goals: what is asked, and the fields that say what became of each, how much, and what that means.
import { el, newId } from './dom.js';
import { field } from './fields.js';
import { figure, parseNumber, percent } from './format.js';
import { askedIndicator, indicatorMeaning, indicatorResult } from './indicators.js';
import { outcomesOf } from './states.js';

const isTaken = value => value !== null && value <= 1_000_000_000 && Number(value.toFixed(4)) === value;

// What has been executed in the year with this period, and what share of the goal that is; null without a number.
export function result(goal, entry) {
  if (goal.indicator) {
    return indicatorResult(goal, entry);
  }
  if (entry.outcome !== 'reported' || entry.executed === null) {
    return null;
  }
  if (goal.isDelivery) {
    return { before: 0, total: 1, percent: 100 };
  }
  const before = goal.measure === 'count' ? goal.earlier.reduce((sum, one) => sum + (one.executed ?? 0), 0) : 0;
  const total = before + entry.executed;
  return { before, total, percent: (total * 100) / goal.target };
}

export function isBelow(goal, entry) {
  const found = result(goal, entry);
  return goal.indicator ? found?.isMet === false : (found?.percent ?? 100) < 100;
}

const targetOf = (goal, unit) =>
  goal.isDelivery ? unit : goal.measure === 'percent' ? `${figure(goal.target)} % (${unit})` : `${figure(goal.target)} (${unit})`;

export const nameOf = goal => (goal.isDelivery ? 'Entrega' : goal.indicator ? `Logro esperado de ${goal.year}` : `${goal.carriedOver ? 'Meta pendiente de' : 'Meta de'} ${goal.year}`);

// What the plan asks of an activity.
export const asked = work => (work.goals[0]?.indicator ? askedIndicator(work) : askedGoals(work));

const askedGoals = ({ activity, goals }) =>
  el(
    'dl',
    { class: 'facts' },
    ...goals.flatMap(goal => [el('dt', {}, nameOf(goal)), el('dd', {}, targetOf(goal, activity.unitOfMeasure))]),
    el('dt', {}, 'Evidencia'),
    el('dd', {}, activity.evidenceRequirement || 'El plan no la detalla.')
  );

function meaning(goal, entry, endsYear) {
  if (goal.indicator) {
    return indicatorMeaning(goal, entry);
  }
  const found = result(goal, entry);
  if (!found) {
    return null;
  }
  if (goal.isDelivery) {
    return ['info', 'Cite abajo el documento con el que se entregó, o súbalo.'];
  }
  const sum = found.before > 0 ? `Con ${figure(found.before)} del semestre anterior suma ${figure(found.total)}. ` : '';
  if (found.percent > 100) {
    return ['good', `${sum}${percent(found.percent)} de la meta: la superó. Cuente en «Logros» a qué se debió.`];
  }
  if (found.percent === 100) {
    return ['good', `${sum}100 % de la meta: cumplida.`];
  }
  return endsYear
    ? ['warn', `${sum}${percent(found.percent)} de la meta: quedó por debajo. Diga abajo qué problema hubo y qué se hará.`]
    : ['info', `${sum}${percent(found.percent)} de la meta del año. Queda otro semestre para completarla.`];
}

export function goalFields(goal, activity, entry, endsYear, onchange) {
  const outcome = el(
    'select',
    { id: newId('outcome') },
    ...Object.entries(outcomesOf(goal))
      .filter(([value]) => !['reformulated', 'suspended'].includes(value) || value === entry.outcome)
      .map(([value, label]) => el('option', { value, selected: value === entry.outcome }, label))
  );
  const executed = el('input', { id: newId('executed'), type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'number' });
  executed.value = entry.text ?? (entry.executed === null ? '' : String(entry.executed));
  const reason = el('textarea', { id: newId('reason'), rows: 3 });
  reason.value = entry.reason;
  const meant = el('div', { role: 'status' });
  const isPercent = goal.measure === 'percent';
  const number = field(
    goal.indicator ? 'Valor obtenido' : isPercent ? 'Porcentaje alcanzado' : 'Cantidad ejecutada en este semestre',
    goal.indicator ? `Solo el número, en la unidad del indicador: ${activity.unitOfMeasure}.` : isPercent ? 'Solo el número, de lo alcanzado hasta ahora en el año.' : `En la unidad de la meta: ${activity.unitOfMeasure}.`,
    executed
  );
  const why = field(goal.isDelivery ? 'Por qué no se entregó' : goal.indicator ? 'Por qué no hay un valor' : 'Por qué no hay una cantidad', 'Al menos 10 letras.', reason);

  function read() {
    const isReported = outcome.value === 'reported';
    const value = goal.isDelivery ? 1 : parseNumber(executed.value);
    return {
      year: goal.year,
      outcome: outcome.value,
      executed: isReported && isTaken(value) ? value : null,
      reason: reason.value,
      text: goal.isDelivery ? '' : executed.value,
    };
  }

  function refresh() {
    const entryNow = read();
    const isReported = entryNow.outcome === 'reported';
    number.hidden = !isReported || Boolean(goal.isDelivery);
    why.hidden = isReported;
    meant.replaceChildren();
    const wrong = !goal.isDelivery && isReported && executed.value.trim() !== '' && entryNow.executed === null;
    const said = wrong ? ['bad', 'Escriba solo un número, por ejemplo 136 o 12.5, con hasta 4 decimales.'] : meaning(goal, entryNow, endsYear);
    if (said) {
      meant.append(el('p', { class: `box ${said[0]}` }, said[1]));
    }
  }

  for (const control of [outcome, executed, reason]) {
    control.addEventListener('input', () => {
      refresh();
      onchange();
    });
  }
  refresh();
  return {
    element: el(
      'fieldset',
      { class: 'goal' },
      el('legend', {}, `${nameOf(goal)}: ${targetOf(goal, activity.unitOfMeasure)}`),
      field(goal.isDelivery ? 'Qué pasó con el producto' : goal.indicator ? 'Información del indicador' : 'Qué pasó con la meta', null, outcome),
      number,
      meant,
      why
    ),
    read,
    find: part => ({ executed, reason, outcome, year: outcome })[part] ?? executed,
  };
}
