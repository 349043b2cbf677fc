// What was consolidated of all bodies in a semester: who has a group, a plan, has reported; what can be compared and what cannot.
import { $, el } from './dom.js';
import { get } from './api.js';
import { begin } from './page.js';
import { count, figure, moment, percent, semester } from './format.js';
import { addressOf, furnish, param, setParams, table } from './desk.js';
import { choice, labelled, plain } from './filters.js';

const reports = {
  complete: ['good', 'Completo'],
  open: ['main', 'Aún puede informar'],
  partial: ['warn', 'Incompleto'],
  none: ['bad', 'No informó'],
  notDue: ['', 'Sin periodo abierto en el semestre'],
  noPlan: ['warn', 'Sin plan abierto en Avance'],
};

const reasons = {
  otherKind: 'Mide indicadores o entregas, no actividades con metas.',
  open: 'Su periodo sigue abierto: sus cifras pueden cambiar.',
  nothingSent: 'No envió nada en el año: un nivel de 0 % sería silencio y no ejecución.',
  nothingDue: 'No tiene actividades programadas en el año.',
  noPeriod: 'No tiene un periodo abierto en el semestre.',
};

async function load() {
  const list = await get('/api/national');
  const period = param('periodo') || list.periods[0]?.period;
  if (!period) {
    return { list };
  }
  setParams({ periodo: period });
  return { list, nation: await get(`/api/national/${encodeURIComponent(period)}`) };
}

function show({ list, nation }, who) {
  furnish(who.role, 'Todas las entidades');
  if (!nation) {
    $('#page').append(
      el('p', { class: 'box info' }, 'Todavía no hay nada consolidado. Se consolida poco después de compilar los informes de los planes: vuelva a mirar después de que se compile el primero.')
    );
    return;
  }
  $('#page').append(
    el(
      'div',
      { class: 'filters' },
      labelled('Semestre', periods(list.periods, nation.period)),
      nation.isConsolidating ? '' : el('p', {}, el('a', { class: 'button', href: `/api/national/${nation.period}/report`, download: '' }, 'Descargar el informe (Word)'))
    ),
    el('p', { class: 'soft' }, nation.isConsolidating ? 'Se está consolidando: las cifras pueden cambiar en unos minutos.' : `Consolidado el ${moment(nation.consolidatedAt)}.`),
    ...summary(nation.totals),
    ...bodies(nation.bodies),
    ...comparison(nation.plans),
    ...others(nation),
    ...achievements(nation.themes)
  );
}

function periods(all, chosen) {
  const control = choice('semestre', all.map(one => [one.period, semester(one.period)]));
  control.value = chosen;
  control.addEventListener('change', () => location.assign(addressOf('/nacional', { periodo: control.value })));
  return control;
}

const summary = totals => [
  el('h2', {}, 'Resumen'),
  el(
    'ul',
    {},
    el('li', {}, `${count(totals.bodies, 'entidad', 'entidades')}: ${figure(totals.bodiesWithGroup)} con grupo de trabajo registrado, ${figure(totals.bodiesWithPlan)} con un plan de igualdad abierto a informes que cubre el año.`),
    el('li', {}, `De ${figure(totals.bodiesDue)} que deben informar, ${figure(totals.bodiesReported)} informaron algo y ${figure(totals.bodiesComplete)}, todo.`),
    el(
      'li',
      {},
      totals.plansComparable === 0
        ? 'Ningún plan se puede comparar todavía.'
        : `${figure(totals.fullyExecuted)} de ${count(totals.programmed, 'actividad programada', 'actividades programadas')} ejecutadas por completo en ${count(totals.plansComparable, 'plan que se compara', 'planes que se comparan')}: ${percent(totals.executionLevel)}.`
    )
  ),
];

function bodies(all) {
  const list = el('div', {});
  const found = el('p', { class: 'soft', role: 'status' });
  const search = el('input', { id: 'q', type: 'search', autocomplete: 'off', value: param('q'), oninput: apply });
  const state = choice('informe', [['', 'Todas'], ['noGroup', 'Sin grupo de trabajo'], ...Object.entries(reports).map(([code, [, text]]) => [code, text])]);
  state.value = param('informe');
  state.addEventListener('change', apply);

  function apply() {
    setParams({ q: search.value.trim(), informe: state.value });
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const left = all.filter(
      body =>
        words.every(word => plain(`${body.body} ${body.groups}`).includes(word)) &&
        (state.value === '' || (state.value === 'noGroup' ? body.hasGroup === 0 : code(body.reports) === state.value))
    );
    found.textContent = `${count(left.length, 'entidad', 'entidades')}.`;
    list.replaceChildren(left.length === 0 ? el('p', { class: 'box info' }, 'Ninguna entidad cumple con la búsqueda.') : listOf(left));
  }

  apply();
  return [
    el('h2', {}, 'Entidades'),
    el('search', { class: 'filters', 'aria-label': 'Buscar entidades' }, labelled('Buscar por entidad o grupo', search), labelled('Informe', state)),
    found,
    list,
  ];
}

const listOf = all =>
  table(
    'Entidades con su grupo, su plan y lo que informaron',
    ['Entidad', 'Grupo de trabajo', 'Plan', 'Informe', 'Enviadas', 'Le piden'],
    all.map(body => {
      const [look, text] = reports[code(body.reports)];
      return [
        body.body,
        body.hasGroup ? body.groups : el('span', { class: 'state warn' }, 'Sin grupo registrado'),
        body.hasPlan ? count(body.plans, 'plan', 'planes') : 'No',
        el('span', { class: `state ${look}` }, text),
        body.due === 0 ? '—' : `${figure(body.sent)} de ${figure(body.due)}`,
        body.askedBy === 0 ? '—' : count(body.askedBy, 'política o plan de trabajo', 'políticas y planes de trabajo'),
      ];
    })
  );

function comparison(plans) {
  const comparable = plans.filter(plan => plan.comparable === 1).toSorted((a, b) => b.executionLevel - a.executionLevel || b.cappedCompliance - a.cappedCompliance);
  const rest = plans.filter(plan => plan.comparable === 0 && (plan.hasPeriod === 1 || plan.kind === 'Sector'));
  return [
    el('h2', {}, 'Cumplimiento y ejecución'),
    el('p', {}, 'Se comparan los planes de igualdad cuyo periodo se cerró y que enviaron algo. El cumplimiento con tope cuenta cada meta hasta 100 %.'),
    comparable.length === 0
      ? el('p', { class: 'box info' }, 'Ningún plan se puede comparar.')
      : table(
          'Planes que se comparan, por nivel de ejecución',
          ['Plan', 'Entidad', 'Ejecutadas', 'Nivel de ejecución', 'Cumplimiento con tope', 'Cumplimiento sin tope'],
          comparable.map(plan => [
            link(plan),
            plan.body,
            `${figure(plan.fullyExecuted)} de ${figure(plan.programmed)}`,
            percent(plan.executionLevel),
            plan.unitsInMean === 0 ? '—' : percent(plan.cappedCompliance),
            plan.unitsInMean === 0 ? '—' : percent(plan.compliance),
          ])
        ),
    rest.length === 0
      ? ''
      : table(
          'Planes que no se comparan, y por qué',
          ['Plan', 'Entidad', 'Por qué'],
          rest.map(plan => [link(plan), plan.body, reasons[code(plan.notComparable)]])
        ),
  ];
}

function others({ plans }) {
  const policies = plans.filter(plan => plan.kind === 'Policy' && plan.hasPeriod === 1);
  const work = plans.filter(plan => plan.kind === 'WorkPlan' && plan.hasPeriod === 1);
  return [
    ...(policies.length === 0
      ? []
      : [
          el('h2', {}, 'Indicadores de políticas'),
          table(
            'Indicadores de políticas',
            ['Política', 'Llegaron', 'No llegaron', 'Sin información'],
            policies.map(plan => [link(plan), figure(plan.indicatorsExceeded), figure(plan.indicatorsNotMet), figure(plan.indicatorsNoInformation)])
          ),
        ]),
    ...(work.length === 0
      ? []
      : [
          el('h2', {}, 'Entregas de planes de trabajo'),
          table('Entregas de planes de trabajo', ['Plan', 'Entregas hechas'], work.map(plan => [link(plan), `${figure(plan.deliveriesMade)} de ${figure(plan.deliveriesOwed)}`])),
        ]),
  ];
}

const achievements = themes => [
  el('h2', {}, 'Logros por tema'),
  themes.length === 0
    ? el('p', { class: 'box info' }, 'No se registraron logros en el año.')
    : table(
        'Logros por tema',
        ['Tema', 'Logros', 'Entidades', 'Personas'],
        themes.map(theme => [theme.theme, figure(theme.achievements), figure(theme.bodies), figure(theme.people)])
      ),
];

const link = plan => [linkTo(plan), plan.closed === 0 && plan.hasPeriod === 1 ? el('span', { class: 'soft' }, ' · periodo abierto') : ''];

const linkTo = plan => el('a', { href: addressOf('/inicio', { plan: plan.plan, periodo: param('periodo') }, {}) }, plan.name);

// The tables write codes with a capital.
const code = text => text.charAt(0).toLowerCase() + text.slice(1);

void begin(load, show);
