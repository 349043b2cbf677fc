// The overview of a plan and period.
import { $, el } from './dom.js';
import { count, day, lastDay, percent, semester } from './format.js';
import { addressOf, introduce, light, lightOf, openDesk, param, periodChoice, styled, table } from './desk.js';
import { barChart } from './chart.js';
import { filterBar } from './filters.js';
import { deliveriesOf, deliveryTile } from './deliverydesk.js';
import { indicatorTiles, indicatorsOf } from './indicatordesk.js';
import { isSent, state } from './states.js';

export const loadDesk = who => {
  // From here all plans are in view: one of them is opened there.
  if (who.role === 'nationalSecretariat' && !param('plan')) {
    location.replace('/panorama');
    return new Promise(() => {});
  }
  return Promise.all([openDesk(who), styled()]).then(([overview]) => overview);
};

export function showDesk(overview, who) {
  $('h1').textContent = 'Mesa de la Secretaría Técnica';
  document.title = 'Mesa de la Secretaría Técnica · Avance';
  if (!introduce(overview, who)) {
    return;
  }
  const { header } = overview;
  const figures = figuresOf(overview);
  const matrix = el('div', {});
  const list = el('div', {});
  const chart = el('div', {});
  const filters = filterBar(overview, left => {
    const codes = new Set(left.map(activity => activity.unit));
    const units = overview.units.filter(unit => codes.has(unit.code));
    matrix.replaceChildren(matrixOf(units, left));
    list.replaceChildren(listOf(left));
    chart.replaceChildren(...figures.of(units, left));
  });
  $('#page').append(
    el('p', {}, el('strong', {}, header.name), el('span', { class: 'soft' }, ` (${header.legalBasis})`)),
    periodChoice(overview),
    tiles(overview),
    filters.element,
    filters.found,
    section('matrix', 'Quién ha enviado qué', legend(), matrix),
    section('list', 'Actividades', list),
    section('compliance', figures.title, chart),
    section('reports', 'Informes', el('p', {}, el('a', { href: addressOf('/informes') }, 'Ver cómo está el informe, escribirlo y hacer los documentos')))
  );
  filters.apply();
}

// What a plan of its kind is measured by: tiles, and a section of the activities that the filters leave.
function figuresOf(overview) {
  const { policy, workPlan, header } = overview;
  if (policy) {
    return { tiles: indicatorTiles(policy), title: 'Indicadores por objetivo y servicio', of: (_, left) => indicatorsOf(policy, left) };
  }
  if (workPlan) {
    return { tiles: [deliveryTile(workPlan)], title: 'Entregas por entidad y producto', of: (units, left) => deliveriesOf(workPlan, units, left) };
  }
  return { tiles: [['Nivel de ejecución', ...execution(overview)]], title: 'Cumplimiento por unidad', of: units => complianceOf(units, header.settings) };
}

const section = (id, title, ...content) =>
  el('section', { 'aria-labelledby': id }, el('h2', { id }, title), ...content);

function tiles(overview) {
  const due = overview.activities.filter(activity => activity.status === 'active');
  const sent = due.filter(activity => isSent(activity.state)).length;
  const accepted = due.filter(activity => activity.state === 'accepted').length;
  const waiting = due.filter(activity => ['submitted', 'resubmitted'].includes(activity.state)).length;
  const missing = overview.units.filter(unit => unit.due > 0 && unit.sent === 0).length;
  return el(
    'ul',
    { class: 'tiles' },
    tile('Plazo', ...timeLeft(overview)),
    tile('Enviadas', `${sent} de ${due.length}`, missing > 0 ? `${count(missing, 'unidad no ha', 'unidades no han')} enviado nada` : 'Todas las unidades han enviado algo'),
    tile('Por revisar', String(waiting), el('a', { href: addressOf('/revision', { estado: 'enviado' }) }, 'Revisarlas')),
    tile('Aceptadas', `${accepted} de ${due.length}`),
    ...figuresOf(overview).tiles.map(one => tile(...one))
  );
}

const tile = (title, value, ...more) =>
  el('li', { class: 'tile' }, el('p', { class: 'soft' }, title), el('p', { class: 'big' }, value), ...more.map(one => el('p', {}, one)));

function timeLeft({ period, daysLeft }) {
  const days = daysLeft === 0 ? 'Último día' : count(daysLeft, 'día', 'días');
  return {
    notOpen: ['Aún no se abre', `Se abre el ${day(period.opens)}`],
    open: [days, `Vence el ${lastDay(period.due)}`],
    late: ['Vencido', `Se cierra el ${lastDay(period.closes)} (${days.toLowerCase()})`],
    closed: ['Cerrado', `Se cerró el ${lastDay(period.closes)}`],
  }[period.state];
}

function execution({ execution: now, before, period }) {
  const shown = one => (one.level === null ? 'Sin dato' : percent(one.level));
  const change = before && before.level !== null && now.level !== null ? now.level - before.level : null;
  return [
    shown(now),
    light(now.light),
    `${now.fullyExecuted} de ${count(now.programmed, 'actividad', 'actividades')} al 100 %`,
    before
      ? `${semester(before.period)}: ${shown(before)}${change === null ? '' : ` (${change > 0 ? '+' : ''}${percent(change).replace(' %', '')} puntos)`}`
      : `Avance no tiene datos de ${Number(period.id.slice(0, 4)) - 1}`,
  ];
}

// [mark, word, colour] of a state in the matrix, where there is no room for words.
const marks = {
  null: ['○', 'Por hacer', 'bad'],
  draft: ['✎', 'Borrador', 'warn'],
  submitted: ['➤', 'Enviado', 'main'],
  resubmitted: ['➤', 'Enviado otra vez', 'main'],
  returned: ['↩', 'Devuelto', 'bad'],
  accepted: ['✓', 'Aceptado', 'good'],
  out: ['×', 'Ya no está en el plan', 'none'],
};

const markOf = activity => marks[activity.status === 'active' ? activity.state : 'out'];

const legend = () =>
  el(
    'ul',
    { class: 'legend', 'aria-label': 'Qué significa cada signo' },
    ...Object.entries(marks)
      .filter(([key]) => key !== 'resubmitted')
      .map(([, [mark, word, colour]]) => el('li', {}, el('span', { class: `cell ${colour}`, 'aria-hidden': 'true' }, mark), ` ${word}`))
  );

const matrixOf = (units, activities) =>
  units.length === 0
    ? nothing()
    : table(
        'Unidades y el estado de cada una de sus actividades',
        ['Unidad', 'Actividades', 'Enviadas'],
        units.map(unit => [
          [el('span', { title: unit.name }, unit.code)],
          el(
            'ul',
            { class: 'cells' },
            ...activities.filter(activity => activity.unit === unit.code).map(activity => el('li', {}, cell(activity)))
          ),
          `${unit.sent} de ${unit.due}`,
        ])
      );

function cell(activity) {
  const [mark, word, colour] = markOf(activity);
  const doubts = activity.doubts > 0 ? `, ${count(activity.doubts, 'observación', 'observaciones')}` : '';
  return el(
    'a',
    { class: `cell ${colour}`, href: addressOf('/revision', { actividad: activity.number }), title: `${activity.number}. ${activity.title}: ${word}${doubts}` },
    activity.number,
    el('span', { 'aria-hidden': 'true' }, ` ${mark}${activity.doubts > 0 ? '!' : ''}`),
    el('span', { class: 'unseen' }, `: ${word}${doubts}`)
  );
}

const nothing = () => el('p', { class: 'box info' }, 'Ninguna actividad cumple con los filtros.');

const listOf = activities =>
  activities.length === 0
    ? nothing()
    : table(
        'Actividades con su estado y su avance en el año',
        ['Actividad', 'Unidad', 'Estado', 'Avance', 'Observaciones'],
        activities.map(activity => [
          el('a', { href: addressOf('/revision', { actividad: activity.number }) }, `${activity.number}. ${activity.title}`),
          activity.unit,
          activity.status === 'active' ? [state(activity.state), activity.late ? el('span', { class: 'soft' }, ' Fuera de plazo') : null] : 'Ya no está en el plan',
          [activity.percent === null ? 'Sin dato' : percent(activity.percent), ' ', light(activity.light)],
          activity.doubts === 0 ? 'Ninguna' : `${activity.doubts}${activity.serious > 0 ? ` (${count(activity.serious, 'grave', 'graves')})` : ''}`,
        ])
      );

function complianceOf(units, settings) {
  const ranked = units.filter(unit => unit.rank > 0).toSorted((a, b) => b.compliance - a.compliance || a.code.localeCompare(b.code));
  if (ranked.length === 0) {
    return [nothing()];
  }
  const shown = unit => percent(unit.compliance);
  return [
    el('p', { class: 'soft' }, `Verde desde ${percent(settings.greenFrom)}, ámbar desde ${percent(settings.amberFrom)}: las dos líneas del gráfico.`),
    barChart(
      'Cumplimiento por unidad',
      'Las mismas cifras están en el cuadro que sigue.',
      ranked.map(unit => ({ label: unit.code, value: unit.compliance, text: `${lightOf(unit.light)[2]} ${shown(unit)}`, colour: lightOf(unit.light)[1] })),
      [{ value: settings.amberFrom }, { value: settings.greenFrom }]
    ),
    table(
      'Cumplimiento por unidad, de mayor a menor',
      ['Unidad', 'Nombre', 'Cumplimiento', 'Semáforo'],
      ranked.map(unit => [unit.code, unit.name, shown(unit), light(unit.light)])
    ),
  ];
}
