// The periods of a plan, what was amended, and amending it.
import { $, announce, ask, dialog, el } from './dom.js';
import { get, post } from './api.js';
import { lastDay, day, moment, semester } from './format.js';
import { atPlan, beginDesk, param, table } from './desk.js';
import { amendmentFields, describe, kinds } from './amendments.js';
import { failure, show as showErrors, clear } from './problems.js';

let done = '';

const load = ({ plan }) => Promise.all([get(`/api/plans/${plan}`), get(`/api/plans/${plan}/amendments`), agreementsOf(plan)]);

// The agreements of the plan's group, which an amendment may rest on; none where there is no group.
async function agreementsOf(plan) {
  try {
    const sessions = await get(`/api/plans/${plan}/group/sessions`);
    return sessions.flatMap(({ session, minutes }) =>
      session.agreements.map(({ number, text }) => ({ session: session.id, number, text, name: `${minutes}, acuerdo ${number}` }))
    );
  } catch (error) {
    if (error.code === 'group-unknown') {
      return [];
    }
    throw error;
  }
}

function show(overview, [plan, amendments, agreements]) {
  const mayManage = overview.role === 'secretariat';
  const place = el('div', { id: 'amendment' });
  const open = (kind, values = {}) => {
    $('#kind').value = kind;
    place.replaceChildren(form(overview, { ...plan, agreements }, kind, values));
    place.querySelector('input, select, textarea').focus();
  };
  $('#page').append(
    done ? el('p', { class: 'box good', role: 'status' }, done) : '',
    el('h2', {}, 'Periodos'),
    periods(plan, mayManage, open),
    mayManage ? el('section', { 'aria-labelledby': 'amend' }, el('h2', { id: 'amend' }, 'Enmendar el plan'), chooser(plan, open), place) : '',
    el('h2', {}, 'Enmiendas hechas'),
    list(amendments, plan.periods[0]?.opens ?? '')
  );
  done = '';
  if (mayManage && kinds[param('tipo')]) {
    open(param('tipo'));
  }
}

const states = { notOpen: 'Aún no se abre', open: 'Abierto', late: 'Abierto, fuera de plazo', closed: 'Cerrado' };

const periods = (plan, mayManage, open) =>
  table(
    'Periodos del plan',
    ['Periodo', 'Estado', 'Se abre', 'Vence', 'Se cierra', ...(mayManage ? ['Cambiar'] : [])],
    plan.periods.map(period => [
      semester(period.id),
      states[period.state],
      day(period.opens),
      lastDay(period.due),
      lastDay(period.closes),
      ...(mayManage ? [change(period, open)] : []),
    ])
  );

function change(period, open) {
  const [kind, label] = period.state === 'closed' ? ['reopenPeriod', 'Reabrir'] : ['moveDeadline', 'Mover el plazo'];
  return el('button', { type: 'button', class: 'second small', onclick: () => open(kind, { period: period.id }) }, label, el('span', { class: 'unseen' }, ` del ${semester(period.id)}`));
}

function chooser(plan, open) {
  const select = el(
    'select',
    { id: 'kind', onchange: () => select.value && open(select.value) },
    el('option', { value: '' }, 'Elija qué cambia'),
    ...Object.entries(kinds)
      .filter(([, { isFor }]) => !isFor || isFor(plan))
      .map(([kind, { label }]) => el('option', { value: kind }, label))
  );
  return el('div', { class: 'field amendment' }, el('label', { for: 'kind' }, 'Qué cambia'), select);
}

function form(overview, plan, kind, values) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const fields = amendmentFields(plan, kind, { period: overview.period.id, ...values });
  const button = el('button', {}, 'Guardar la enmienda');
  // The same amendment keeps its id until it is answered: sent twice, it is taken once.
  let pending = null;

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    const content = fields.read();
    if (JSON.stringify(pending?.content) !== JSON.stringify(content)) {
      pending = { id: crypto.randomUUID(), content };
    }
    const sure = await ask(
      dialog(
        '¿Enmendar el plan?',
        [el('p', {}, describe({ kind, ...content })), el('p', {}, 'Vale desde ahora para todas las unidades y queda en la auditoría.')],
        [
          ['amend', 'Enmendar'],
          ['back', 'Cancelar'],
        ]
      )
    );
    if (sure !== 'amend') {
      button.focus();
      return;
    }
    button.disabled = true;
    try {
      // The kind comes first: the server reads it before the rest.
      await post(`/api/plans/${overview.plan}/amendments`, { kind, id: pending.id, ...content });
      done = `${describe({ kind, ...content })} Quedó guardado.`;
      announce(done);
      $('#content').focus();
      await beginDesk(load, show);
    } catch (error) {
      if (error.status === 422 || error.status === 400 || (error.status === 409 && error.errors[0].field)) {
        showErrors(error.errors, summary, fields.find);
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      button.disabled = false;
    }
  }

  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
    el('h3', {}, kinds[kind].label),
    el('p', { class: 'soft' }, kinds[kind].hint),
    summary,
    trouble,
    ...fields.elements,
    el('p', { class: 'buttons' }, button)
  );
}

const list = (amendments, like) =>
  amendments.length === 0
    ? el('p', {}, 'Ninguna.')
    : table(
        'Enmiendas, la más reciente primero',
        ['Cuándo', 'Qué cambió', 'Motivo', 'Sustento'],
        amendments.toReversed().map(({ at, amendment }) => [
          moment(atPlan(at, like)),
          describe(amendment),
          el('span', { class: 'said' }, amendment.reason),
          amendment.legalDocument || '—',
        ])
      );

void beginDesk(load, show);
