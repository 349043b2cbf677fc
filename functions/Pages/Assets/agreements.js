// The agreements of a working group: those that are pending, across sessions, and what became of each.
import { el } from './dom.js';
import { put } from './api.js';
import { day } from './format.js';
import { addressOf, table } from './desk.js';
import { field } from './fields.js';
import { clear, failure, show as showErrors } from './problems.js';

export const agreementStates = {
  pending: ['Pendiente', 'main'],
  overdue: ['Vencido', 'bad'],
  done: ['Cumplido', 'good'],
  dropped: ['Sin efecto', ''],
};

export const responsibleName = ({ unit, organisation, person }) => [unit, organisation, person].filter(Boolean).join(', ');

// All agreements, each with its session and how the minutes are called.
export const agreementsOf = sessions =>
  sessions.flatMap(({ session, minutes, overdue }) =>
    session.agreements.map(agreement => ({ agreement, session, minutes, isOverdue: overdue.includes(agreement.number) }))
  );

export const agreementState = ({ agreement, isOverdue }) => {
  const [label, colour] = agreementStates[isOverdue ? 'overdue' : agreement.state];
  return el('span', { class: `state ${colour}` }, label);
};

// path: of the sessions. reload(text) loads the page again and says what was done.
export function pendingAgreements({ sessions, mayManage }, path, reload) {
  const pending = agreementsOf(sessions)
    .filter(({ agreement }) => agreement.state === 'pending')
    .toSorted((a, b) => (a.agreement.due ?? '9999').localeCompare(b.agreement.due ?? '9999'));
  if (pending.length === 0) {
    return el('p', { class: 'box good' }, 'Ninguno: no queda ningún acuerdo por cumplir.');
  }
  const place = el('div', {});
  const follow = one => {
    const form = followForm(one, path, reload, () => place.replaceChildren());
    place.replaceChildren(form);
    form.querySelector('select').focus();
  };
  return el(
    'div',
    {},
    table(
      'Acuerdos pendientes, el más urgente primero',
      ['Acuerdo', 'Acta', 'Responsable', 'Plazo', ...(mayManage ? ['Hacer'] : [])],
      pending.map(one => [
        one.agreement.text,
        [el('a', { href: addressOf('/grupo', { sesion: one.session.id }) }, one.minutes), `, acuerdo ${one.agreement.number}`],
        responsibleName(one.agreement.responsible),
        [one.agreement.due ? day(one.agreement.due) : 'Sin plazo', one.isOverdue ? el('p', {}, agreementState(one)) : null],
        ...(mayManage
          ? [
              el(
                'button',
                { type: 'button', class: 'second small', onclick: () => follow(one) },
                'Registrar qué pasó',
                el('span', { class: 'unseen' }, ` con el acuerdo ${one.agreement.number} del ${one.minutes}`)
              ),
            ]
          : []),
      ])
    ),
    place
  );
}

function followForm({ agreement, session, minutes }, path, reload, cancel) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const controls = {
    state: el('select', {}, el('option', { value: 'done' }, 'Se cumplió'), el('option', { value: 'dropped' }, 'Quedó sin efecto')),
    document: el('input', { type: 'text', autocomplete: 'off' }),
    note: el('textarea', { rows: 2 }),
  };
  controls.note.value = agreement.note;
  const save = el('button', {}, 'Guardar');

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    save.disabled = true;
    try {
      const content = { state: controls.state.value, document: controls.document.value.trim(), note: controls.note.value.trim() };
      await put(`${path}/${session.id}/agreements/${agreement.number}`, content, session.version);
      await reload(`El acuerdo ${agreement.number} del ${minutes} quedó ${content.state === 'done' ? 'cumplido' : 'sin efecto'}. Se puede corregir en su sesión.`);
    } catch (error) {
      if (error.status === 422) {
        showErrors(error.errors, summary, name => controls[name] ?? null);
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      save.disabled = false;
    }
  }

  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
    el('h3', {}, `${minutes}, acuerdo ${agreement.number}`),
    el('p', {}, agreement.text),
    summary,
    field('Qué pasó', null, controls.state),
    field('Documento que lo acredita', 'Por ejemplo «Memorando 040-2023-OGRH».', controls.document),
    field('Nota', 'Puede quedar vacía.', controls.note),
    trouble,
    el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: cancel }, 'Cancelar'))
  );
}
