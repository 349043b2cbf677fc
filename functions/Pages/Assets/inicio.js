// The page where a session begins: for a unit, what it owes; for others, the desk.
import { el } from './dom.js';
import { get } from './api.js';
import { begin, identify } from './page.js';
import { count, day, figure, lastDay, semester } from './format.js';
import { kept } from './drafts.js';
import { isSent, severities, state } from './states.js';

const isUnit = who => who.unit && who.period;

const load = who =>
  isUnit(who)
    ? get(`/api/plans/${who.plan}/periods/${who.period}/units/${encodeURIComponent(who.unit)}/work`)
    : import('./mesa.js').then(desk => desk.loadDesk(who));

async function show(work, who) {
  if (!isUnit(who)) {
    (await import('./mesa.js')).showDesk(work, who);
    return;
  }
  const place = document.querySelector('#page');
  identify(work.unit.code, work.body);
  const local = new Set(kept(who).map(draft => draft.activity));
  place.append(
    el('p', { class: 'period' }, el('strong', {}, work.unit.name), ` · ${semester(work.period.id)}`),
    el('p', { class: 'soft' }, `${work.plan} (${work.legalBasis})`),
    timeLeft(work),
    ...toExplain(work),
    el('h2', { id: 'list' }, 'Qué debe informar'),
    summary(work),
    el('ul', { class: 'works', 'aria-labelledby': 'list' }, ...work.activities.map(item => activity(item, local, work))),
    el('h2', {}, 'Logros de su unidad'),
    el('p', {}, el('a', { href: '/logros' }, 'Ver y registrar logros'), ': lo que se logró en el año, por tema, para el informe.')
  );
}

function timeLeft({ period, daysLeft }) {
  switch (period.state) {
    case 'notOpen':
      return el('p', { class: 'box info' }, `El periodo se abre el ${day(period.opens)}.`);
    case 'closed':
      return el('p', { class: 'box warn' }, `El periodo se cerró el ${lastDay(period.closes)}. Ya no se puede enviar; puede consultar lo enviado.`);
    case 'late':
      return el(
        'p',
        { class: 'box bad' },
        el('span', { class: 'left' }, 'El plazo venció. '),
        `Todavía puede enviar hasta el ${lastDay(period.closes)} (${remaining(daysLeft)}); quedará como fuera de plazo.`
      );
    default:
      return el(
        'p',
        { class: `box ${daysLeft <= 5 ? 'warn' : 'info'}` },
        el('span', { class: 'left' }, daysLeft === 0 ? 'Hoy vence el plazo. ' : `${capital(remaining(daysLeft))}. `),
        `El plazo vence el ${lastDay(period.due)}.`
      );
  }
}

const remaining = days => (days === 0 ? 'hoy es el último día' : days === 1 ? 'queda 1 día' : `quedan ${days} días`);

const capital = text => text[0].toUpperCase() + text.slice(1);

function toExplain({ toExplain: findings, activities }) {
  if (findings.length === 0) {
    return [];
  }
  const titles = new Map(activities.map(item => [item.activity.number, item.activity.title]));
  return [
    el('h2', {}, `Por explicar: ${count(findings.length, 'observación', 'observaciones')} sobre lo enviado`),
    el(
      'ul',
      {},
      ...findings.map(finding =>
        el(
          'li',
          {},
          el('a', { href: `/actividades/${finding.activity}#findings` }, `${finding.title} (actividad ${finding.activity})`),
          el('span', { class: 'soft' }, ` · ${severities[finding.severity][0]} · ${titles.get(finding.activity) ?? ''}`)
        )
      )
    ),
  ];
}

function summary({ activities }) {
  const sent = activities.filter(item => isSent(item.state)).length;
  return el('p', {}, activities.length === 0 ? 'Su unidad no tiene actividades con meta este año.' : `${sent} de ${count(activities.length, 'actividad enviada', 'actividades enviadas')}.`);
}

function activity(item, local, { period }) {
  const { number, title, unitOfMeasure } = item.activity;
  return el(
    'li',
    { class: 'work' },
    el('div', { class: 'row' }, el('h3', {}, el('a', { href: `/actividades/${number}` }, `${number}. ${title}`)), state(item.state)),
    ...item.goals.map(goal =>
      el(
        'p',
        {},
        goal.carriedOver ? el('strong', {}, `Meta pendiente de ${goal.year}: `) : `Meta de ${goal.year}: `,
        goal.measure === 'percent' ? `${figure(goal.target)} %` : figure(goal.target),
        el('span', { class: 'soft' }, ` · ${unitOfMeasure}`)
      )
    ),
    item.late ? el('p', { class: 'soft' }, 'Se envió fuera de plazo.') : null,
    item.activity.status !== 'active' ? el('p', { class: 'soft' }, 'Ya no está en el plan: no hay que informar.') : null,
    local.has(number)
      ? el('p', {}, el('strong', {}, 'En este equipo hay cambios que aún no llegaron al servidor. '), period.state === 'closed' ? 'Ábrala para verlos.' : 'Ábrala para enviarlos.')
      : null,
    isSent(item.state) ? el('p', {}, el('a', { href: `/actividades/${number}/constancia` }, 'Ver la constancia')) : null
  );
}

void begin(load, show);
