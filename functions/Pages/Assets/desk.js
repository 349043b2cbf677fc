// What the pages of the desk have in common: which plan and period, the way from page to page, the tables.
import { $, el } from './dom.js';
import { get } from './api.js';
import { begin, identify } from './page.js';
import { semester } from './format.js';

export const param = name => new URLSearchParams(location.search).get(name) ?? '';

// Changes parameters of the address without leaving the page.
export function setParams(changes) {
  const address = addressOf(location.pathname, changes, Object.fromEntries(new URLSearchParams(location.search)));
  history.replaceState(null, '', address + location.hash);
}

// The address of a page of the desk, for the plan and period of this one.
export function addressOf(path, changes = {}, from = { plan: param('plan'), periodo: param('periodo') }) {
  const kept = Object.entries({ ...from, ...changes }).filter(([, value]) => value);
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

// The plan of the address, of the link, or the only one; null if it must be chosen.
export async function planOf(who) {
  const named = param('plan') || who.plan;
  if (named) {
    return { id: named };
  }
  const plans = await get('/api/plans');
  return plans.length === 1 ? plans[0] : { id: null, plans };
}

// The overview of the plan and period of the address; what is not named there is looked up, and then named.
export async function openDesk(who) {
  const { id, plans } = await planOf(who);
  if (!id) {
    return { plans };
  }
  const period = param('periodo') || who.period || (await latest(id));
  setParams({ plan: id, periodo: period });
  try {
    return await get(`/api/plans/${id}/periods/${encodeURIComponent(period)}/overview`);
  } catch (error) {
    // An account that reports for a unit is told the way to the form.
    throw error.code === 'not-allowed' ? Object.assign(error, { detail: `${error.detail} ${unitsEnter}` }) : error;
  }
}

const unitsEnter = 'Si informa por una unidad, entre con el enlace del correo de recordatorio.';

async function latest(plan) {
  const { periods } = await get(`/api/plans/${plan}`);
  return (periods.findLast(period => period.state !== 'notOpen') ?? periods[0])?.id ?? '';
}

const pages = [
  ['/inicio', 'Resumen', () => true],
  ['/revision', 'Revisión', () => true],
  ['/informes', 'Informes', () => true],
  ['/logros', 'Logros', () => true],
  ['/enmiendas', 'Periodos y enmiendas', () => true],
  ['/grupo', 'Grupo de trabajo', () => true],
  ['/recordatorios', 'Recordatorios', role => role === 'secretariat'],
  ['/enlaces', 'Enlaces', role => role === 'secretariat'],
  ['/editar', 'Plan', () => true],
  ['/importar', 'Importar', role => role === 'secretariat'],
  ['/panorama', 'Panorama nacional', role => role === 'nationalSecretariat'],
  ['/nacional', 'Consolidado nacional', role => role === 'nationalSecretariat'],
  ['/grupos', 'Todos los grupos', role => role === 'nationalSecretariat'],
];

// The header and the links to the other pages.
export function furnish(role, ...lines) {
  identify(...lines);
  $('#help').href = '/ayuda/secretaria';
  $('#pages')?.remove();
  $('header').after(
    el(
      'nav',
      { id: 'pages', 'aria-label': 'Mesa' },
      el(
        'ul',
        {},
        ...pages
          .filter(([, , isFor]) => isFor(role))
          .map(([path, label]) =>
            el('li', {}, el('a', { href: addressOf(path), 'aria-current': path === location.pathname ? 'page' : null }, label))
          )
      )
    )
  );
}

// The pages that units share with the desk have no styles of the desk.
export function styled() {
  document.body.classList.add('desk');
  if ($('link[href="/assets/mesa.css"]')) {
    return null;
  }
  return new Promise(resolve => document.head.append(el('link', { rel: 'stylesheet', href: '/assets/mesa.css', onload: resolve, onerror: resolve })));
}

// Where there are several plans to choose from.
export const choosePlan = plans =>
  plans.length === 0
    ? el('p', { class: 'box warn' }, 'Su cuenta no tiene parte en ningún plan. Pídala a la Secretaría Técnica de su entidad. ', el('a', { href: '/editar' }, 'Si le asignaron un plan nuevo, empiécelo aquí'), '.')
    : el(
        'div',
        {},
        el('p', {}, 'Elija un plan.'),
        el(
          'ul',
          { class: 'works' },
          ...plans.map(plan =>
            el('li', { class: 'work' }, el('h2', {}, el('a', { href: addressOf(location.pathname, { plan: plan.id }) }, plan.name)), el('p', { class: 'soft' }, plan.body))
          )
        )
      );

// The head of a page of the desk. False where the plan must be chosen first: then the page asks for that.
export function introduce(overview, who) {
  if (overview.plans) {
    furnish(who.role);
    $('#page').append(choosePlan(overview.plans));
    return false;
  }
  furnish(overview.role, overview.header.body, overview.header.workingGroup);
  return true;
}

// Loads and shows a page of the desk, once its plan is chosen.
// load(overview) resolves to what show(overview, what) is given besides.
export const beginDesk = (load, show) =>
  begin(
    async who => {
      const overview = await openDesk(who);
      return { overview, what: overview.plans ? null : await load(overview) };
    },
    ({ overview, what }, who) => (introduce(overview, who) ? show(overview, what) : null)
  );

// A choice of the period, which opens the same page for another one.
export const periodChoice = overview =>
  el(
    'div',
    { class: 'field choice-of-period' },
    el('label', { for: 'period' }, 'Periodo'),
    el(
      'select',
      { id: 'period', onchange: event => location.assign(addressOf(location.pathname, { periodo: event.target.value })) },
      ...overview.periods.map(period => el('option', { value: period.id, selected: period.id === overview.period.id }, semester(period.id)))
    )
  );

// heads: texts; rows: lists of contents, or null; the first one names its row. On narrow screens each row is a card.
export function table(caption, heads, rows) {
  const cell = (content, index) =>
    el(
      index === 0 ? 'th' : 'td',
      { role: index === 0 ? 'rowheader' : 'cell', scope: index === 0 ? 'row' : null },
      el('span', { class: 'head', 'aria-hidden': 'true' }, heads[index]),
      el('div', {}, ...[content].flat())
    );
  return el(
    'table',
    { role: 'table', class: 'cards' },
    el('caption', {}, caption),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads.map(head => el('th', { role: 'columnheader', scope: 'col' }, head)))),
    el('tbody', { role: 'rowgroup' }, ...rows.map(row => el('tr', { role: 'row' }, ...row.map(cell))))
  );
}

// [word, colour, mark]
const lights = {
  green: ['Verde', 'good', '●'],
  amber: ['Ámbar', 'warn', '▲'],
  red: ['Rojo', 'bad', '■'],
  none: ['Sin dato', 'none', '–'],
};

export const lightOf = value => lights[value];

export const light = value =>
  el('span', { class: `light ${lights[value][1]}` }, el('span', { 'aria-hidden': 'true' }, lights[value][2]), ` ${lights[value][0]}`);

// An instant in the plan's time zone; like: any instant that the server wrote for the plan.
export function atPlan(instant, like) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(like) ?? ['', '+', '0', '0'];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return new Date(Date.parse(instant) + offset).toISOString();
}
