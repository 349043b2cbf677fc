// The review queue, and the claim that the address names.
import { $, announce, ask, dialog, el, fill } from './dom.js';
import { NoAnswer, post } from './api.js';
import { count, percent } from './format.js';
import { addressOf, beginDesk, light, param, periodChoice, table } from './desk.js';
import { filterBar, kept } from './filters.js';
import { loadClaim, showClaim } from './claim.js';
import { state } from './states.js';

function load(overview) {
  const number = param('actividad');
  return number ? loadClaim(overview, number) : null;
}

function show(overview, claim) {
  const place = $('#page');
  if (claim) {
    showClaim(place, overview, claim, () => beginDesk(load, show));
  } else {
    showQueue(place, overview);
  }
}

const isWaiting = activity => activity.status === 'active' && ['submitted', 'resubmitted'].includes(activity.state);

// It was examined as it is now, and nothing that was found of it is left.
const isClear = activity => isWaiting(activity) && activity.examined && activity.doubts === 0;

function showQueue(place, overview) {
  const chosen = new Set();
  const list = el('div', {});
  const outcome = el('div', {});
  const button = el('button', { type: 'button', onclick: () => void acceptAll() });
  const mayDecide = overview.role === 'secretariat';
  let left = [];

  const filters = filterBar(overview, activities => {
    left = activities;
    for (const number of [...chosen].filter(number => !activities.some(activity => activity.number === number))) {
      chosen.delete(number);
    }
    list.replaceChildren(activities.length === 0 ? el('p', { class: 'box info' }, 'Ninguna actividad cumple con los filtros.') : listOf(activities));
    count_();
  });

  function count_() {
    button.textContent = `Aceptar ${count(chosen.size, 'marcada', 'marcadas')}`;
    button.disabled = chosen.size === 0;
  }

  const listOf = activities =>
    table(
      'Actividades con lo que se envió y lo que se observa',
      ['Actividad', 'Unidad', 'Estado', 'Avance', 'Archivos', 'Observaciones', ...(mayDecide ? ['Aceptar'] : [])],
      activities.map(activity => [
        el('a', { href: addressOf('/revision', { actividad: activity.number, ...kept() }) }, `${activity.number}. ${activity.title}`),
        activity.unit,
        [state(activity.state), activity.late ? el('span', { class: 'soft' }, ' Fuera de plazo') : null],
        [activity.percent === null ? 'Sin dato' : percent(activity.percent), ' ', light(activity.light)],
        String(activity.files),
        doubts(activity),
        ...(mayDecide ? [isClear(activity) ? box(activity) : '—'] : []),
      ])
    );

  function box(activity) {
    return el('input', {
      type: 'checkbox',
      'aria-label': `Marcar la actividad ${activity.number} para aceptarla`,
      checked: chosen.has(activity.number),
      onchange: event => {
        chosen[event.target.checked ? 'add' : 'delete'](activity.number);
        count_();
      },
    });
  }

  function markAll() {
    left.filter(isClear).forEach(activity => chosen.add(activity.number));
    filters.apply();
    announce(`${count(chosen.size, 'actividad marcada', 'actividades marcadas')}.`);
  }

  async function acceptAll() {
    const activities = left.filter(activity => chosen.has(activity.number));
    const numbers = activities.map(activity => activity.number).join(', ');
    const sure = await ask(
      dialog(
        `¿Aceptar ${count(activities.length, 'actividad', 'actividades')}?`,
        [el('p', {}, `Actividades ${numbers}.`), el('p', {}, 'Ninguna tiene observaciones pendientes. Lo aceptado se puede devolver después, una por una.')],
        [
          ['accept', 'Aceptar'],
          ['back', 'Cancelar'],
        ]
      )
    );
    if (sure !== 'accept') {
      button.focus();
      return;
    }
    button.disabled = true;
    const done = [];
    const refused = [];
    for (const activity of activities) {
      fill(outcome, el('p', { class: 'box info' }, `Aceptando ${done.length + refused.length + 1} de ${activities.length}…`));
      try {
        const body = { reviewId: crypto.randomUUID(), decision: 'accept' };
        const answer = await post(`/api/plans/${overview.plan}/periods/${overview.period.id}/activities/${activity.number}/progress/review`, body, activity.version);
        Object.assign(activity, { state: 'accepted', version: answer.body.version });
        done.push(activity);
      } catch (error) {
        refused.push(
          error instanceof NoAnswer
            ? `No se sabe si la actividad ${activity.number} se aceptó: se perdió la conexión. Recargue la página para verlo.`
            : `La actividad ${activity.number} no se aceptó. ${error.detail ?? ''}`
        );
      }
    }
    chosen.clear();
    filters.apply();
    outcome.replaceChildren(outcomeOf(done, refused));
    outcome.firstChild.focus();
  }

  const outcomeOf = (done, refused) =>
    el(
      'div',
      { class: `box ${refused.length > 0 ? 'warn' : 'good'}`, role: 'status', tabindex: '-1' },
      done.length > 0
        ? el(
            'p',
            {},
            el('strong', {}, `Se ${done.length === 1 ? 'aceptó' : 'aceptaron'} ${count(done.length, 'actividad', 'actividades')}. `),
            '¿Fue un error? Ábrala y devuélvala: ',
            ...done.flatMap((activity, index) => [index ? ', ' : '', el('a', { href: addressOf('/revision', { actividad: activity.number }) }, activity.number)]),
            '.'
          )
        : null,
      refused.length > 0
        ? el('ul', {}, ...refused.map(text => el('li', {}, text)))
        : null
    );

  place.append(
    periodChoice(overview),
    filters.element,
    filters.found,
    outcome,
    mayDecide
      ? el('p', { class: 'buttons' }, button, el('button', { type: 'button', class: 'second', onclick: markAll }, 'Marcar las que no tienen observaciones'))
      : '',
    list
  );
  filters.apply();
}

function doubts(activity) {
  if (!isWaiting(activity) && activity.doubts === 0) {
    return 'Ninguna';
  }
  return activity.doubts > 0
    ? `${activity.doubts}${activity.serious > 0 ? ` (${count(activity.serious, 'grave', 'graves')})` : ''}`
    : activity.examined
      ? 'Ninguna'
      : activity.notExaminedSince
        ? 'No se pudo examinar'
        : 'Se está examinando';
}

void beginDesk(load, show);
