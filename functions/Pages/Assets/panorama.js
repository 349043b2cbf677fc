// All plans of all bodies.
import { $, el } from './dom.js';
import { get } from './api.js';
import { begin } from './page.js';
import { count, lastDay, percent, semester } from './format.js';
import { addressOf, furnish, light, lightOf, param, setParams, table } from './desk.js';
import { barChart } from './chart.js';
import { plain } from './filters.js';
import { nameSecretariat } from './newplan.js';

const load = () => get('/api/overview');

function show(plans, who) {
  furnish(who.role, 'Todas las entidades');
  const list = el('div', {});
  const found = el('p', { class: 'soft', role: 'status' });
  const search = el('input', { id: 'q', type: 'search', autocomplete: 'off', value: param('q'), oninput: apply });

  function apply() {
    setParams({ q: search.value.trim() });
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const left = plans.filter(plan => words.every(word => plain(`${plan.body} ${plan.name} ${plan.id}`).includes(word)));
    found.textContent = `${count(left.length, 'plan', 'planes')}.`;
    list.replaceChildren(...(left.length === 0 ? [el('p', { class: 'box info' }, 'Ningún plan cumple con la búsqueda.')] : [listOf(left), ...chartOf(left)]));
  }

  $('#page').append(
    el('search', { class: 'filters', 'aria-label': 'Buscar planes' }, el('div', { class: 'field' }, el('label', { for: 'q' }, 'Buscar por entidad o nombre'), search)),
    found,
    list,
    nameSecretariat()
  );
  apply();
}

const listOf = plans =>
  table(
    'Planes con lo enviado en su periodo más reciente',
    ['Plan', 'Entidad', 'Periodo', 'Enviadas', 'Aceptadas', 'Nivel de ejecución'],
    plans.map(plan => [
      el('a', { href: addressOf('/inicio', { plan: plan.id, periodo: plan.period?.id }, {}) }, plan.name),
      plan.body,
      plan.period ? `${semester(plan.period.id)}: ${when(plan)}` : 'Ninguno se ha abierto',
      plan.period ? `${plan.sent} de ${plan.due}` : '—',
      plan.period ? `${plan.accepted} de ${plan.due}` : '—',
      plan.execution ? [plan.execution.level === null ? 'Sin dato' : percent(plan.execution.level), ' ', light(plan.execution.light)] : '—',
    ])
  );

const when = ({ period, daysLeft }) =>
  ({
    open: daysLeft === 0 ? 'vence hoy' : `vence en ${count(daysLeft, 'día', 'días')}`,
    late: `vencido, se cierra el ${lastDay(period.closes)}`,
    closed: 'cerrado',
  })[period.state];

function chartOf(plans) {
  const known = plans.filter(plan => plan.execution && plan.execution.level !== null).toSorted((a, b) => b.execution.level - a.execution.level);
  return known.length === 0
    ? []
    : [
        el('h2', {}, 'Nivel de ejecución por plan'),
        barChart(
          'Nivel de ejecución por plan',
          'Las mismas cifras están en el cuadro anterior.',
          known.map(plan => ({ label: plan.body, value: plan.execution.level, text: `${lightOf(plan.execution.light)[2]} ${percent(plan.execution.level)}`, colour: lightOf(plan.execution.light)[1] })),
          []
        ),
      ];
}

void begin(load, show);
