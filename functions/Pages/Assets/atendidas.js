// What the last report of the plan before recommended, what of this plan seems to answer it, and what is still open.
import { $, el } from './dom.js';
import { get, put } from './api.js';
import { begin } from './page.js';
import { count, moment } from './format.js';
import { addressOf, choosePlan, furnish, openDesk, param } from './desk.js';
import { outcome } from './edits.js';
import { area } from './fields.js';
import { clear, show as showErrors } from './problems.js';

const states = {
  open: ['Pendiente', 'warn'],
  addressed: ['Atendida', 'good'],
  notApplicable: ['No aplica', ''],
};

const matches = {
  sameActivity: one => `La actividad ${one.answeredBy} de este plan es la misma: «${one.answeredByTitle}».`,
  similarTitle: one => `La actividad ${one.answeredBy} de este plan se parece: «${one.answeredByTitle}».`,
  sameUnit: one => `La unidad ${one.unit} tiene actividades en este plan.`,
  none: one => (one.activity ? 'Ninguna actividad de este plan se parece a la que nombra.' : `La unidad ${one.unit} no tiene actividades en este plan.`),
};

const of = () => param('de');

async function load(who) {
  const overview = await openDesk(who);
  if (overview.plans) {
    return { overview };
  }
  const others = (await get('/api/plans')).filter(plan => plan.id !== overview.plan);
  return { overview, others, check: of() ? await get(`/api/plans/${overview.plan}/recommendation-check?of=${encodeURIComponent(of())}`) : null };
}

function show({ overview, others, check }, who) {
  if (overview.plans) {
    furnish(who.role);
    $('#page').append(choosePlan(overview.plans));
    return;
  }
  furnish(overview.role, overview.header.body, overview.header.workingGroup);
  $('#page').append(
    el('p', {}, el('strong', {}, overview.header.name)),
    el('p', {}, el('a', { href: addressOf('/editar') }, 'Volver al plan')),
    others.length === 0 && !check ? el('p', { class: 'box info' }, 'Su cuenta no puede leer otro plan. Pida a la Secretaría Técnica del plan anterior que le dé acceso.') : '',
    others.length > 0 ? choice(others) : '',
    ...(check ? listOf(overview, check) : [])
  );
}

const choice = others =>
  el(
    'div',
    { class: 'field choice-of-period' },
    el('label', { for: 'de' }, 'Plan anterior'),
    el(
      'select',
      { id: 'de', onchange: event => location.assign(addressOf('/atendidas', { de: event.target.value })) },
      ...[...(of() ? [] : [['', 'Elija un plan']]), ...others.map(plan => [plan.id, plan.name])].map(([value, label]) => el('option', { value, selected: value === of() }, label))
    )
  );

function listOf(overview, check) {
  if (!check.period) {
    return [el('p', { class: 'box info' }, 'Ese plan todavía no tiene un informe.')];
  }
  const open = el('p', { role: 'status' });
  const say = () => {
    const left = check.recommendations.filter(one => one.state === 'open').length;
    open.textContent = check.recommendations.length === 0 ? 'El último informe no recomendó nada.' : left === 0 ? 'No queda ninguna recomendación pendiente.' : `${count(left, 'recomendación pendiente', 'recomendaciones pendientes')} de ${check.recommendations.length}.`;
  };
  say();
  const replace = one => {
    check.recommendations = check.recommendations.map(other => (other.id === one.id ? one : other));
    say();
  };
  return [
    el('p', {}, `Lo que recomendó el informe de ${check.period} de «${check.ofName}».`),
    open,
    ...[...Map.groupBy(check.recommendations, one => one.unit)].map(([unit, some]) =>
      el('section', { 'aria-labelledby': `unit-${unit}` }, el('h2', { id: `unit-${unit}` }, unit), el('ul', { class: 'works' }, ...some.map(one => item(one, overview, replace))))
    ),
  ];
}

function item(first, overview, replace) {
  let one = first;
  const said = outcome();
  const state = el('span', {});
  const note = el('div', {});
  const place = el('div', {});
  const path = `/api/plans/${overview.plan}/recommendation-check/${one.id}?of=${encodeURIComponent(of())}`;
  const what = one.activity ? ` la recomendación de la actividad ${one.activity}` : ` la recomendación a ${one.unit}`;
  const button = (label, action) => el('button', { type: 'button', class: 'second small', onclick: () => void action() }, label, el('span', { class: 'unseen' }, what));

  function refresh() {
    const [word, colour] = states[one.state];
    state.replaceChildren(el('span', { class: `state ${colour}` }, word));
    note.replaceChildren(one.note ? el('p', { class: 'said' }, one.note) : '', one.at && one.state !== 'open' ? el('p', { class: 'soft' }, `${moment(one.at)}, por ${one.by}.`) : '');
    place.replaceChildren(
      overview.role !== 'secretariat'
        ? ''
        : el('p', { class: 'buttons' }, ...(one.state === 'open' ? [button('Atendida', () => ask('addressed')), button('No aplica', () => ask('notApplicable'))] : [button('Cambiar la nota', () => ask(one.state)), button('Dejarla pendiente', () => save({ state: 'open', note: '' }, 'Está otra vez pendiente.'))]))
    );
  }

  function ask(next) {
    const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
    const isReason = next === 'notApplicable';
    const text = area(isReason ? 'Por qué no aplica' : 'Cómo se atiende', isReason ? 'Al menos 10 letras.' : 'Puede quedar vacío.', one.state === next ? one.note : '', () => {}, 3);
    const form = el(
      'form',
      {
        novalidate: true,
        onsubmit: event => {
          event.preventDefault();
          void save({ state: next, note: text.control.value.trim() }, isReason ? 'Quedó como que no aplica.' : 'Quedó como atendida.', errors => {
            clear(summary);
            showErrors(errors, summary, () => text.control);
          });
        },
      },
      summary,
      text.element,
      el('p', { class: 'buttons' }, el('button', {}, 'Guardar'), el('button', { type: 'button', class: 'second', onclick: refresh }, 'Cancelar'))
    );
    place.replaceChildren(form);
    text.control.focus();
  }

  async function save(body, done, onwrong = null, isUndo = false) {
    said.clear();
    const before = { state: one.state, note: one.note };
    try {
      one = (await put(path, body, one.version)).body;
      replace(one);
      refresh();
      said.done(done, isUndo ? null : () => save(before, 'Quedó como estaba antes.', null, true));
    } catch (error) {
      if (error.status === 422 && onwrong) {
        onwrong(error.errors);
      } else if (error.status === 412) {
        await reload();
      } else {
        said.fail(error);
      }
    }
  }

  async function reload() {
    const { recommendations } = await get(`/api/plans/${overview.plan}/recommendation-check?of=${encodeURIComponent(of())}`);
    one = recommendations.find(other => other.id === one.id) ?? one;
    replace(one);
    refresh();
    said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona la cambió a la vez: no se guardó lo suyo. Abajo está como quedó.'));
  }

  refresh();
  return el(
    'li',
    { class: 'work' },
    said.element,
    el('p', {}, state, one.activity ? ` Actividad ${one.activity} del plan anterior: «${one.title}»` : ' A la unidad'),
    el('p', { class: 'said' }, one.text),
    el('p', { class: 'soft' }, matches[one.match](one)),
    note,
    place
  );
}

void begin(load, show);
