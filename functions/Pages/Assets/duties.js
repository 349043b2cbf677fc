// What a working group must do each year, and what it did.
import { el } from './dom.js';
import { put } from './api.js';
import { day } from './format.js';
import { table } from './desk.js';
import { field } from './fields.js';
import { clear, failure, show as showErrors } from './problems.js';

// path: of the group. reload(text) loads the page again and says what was done.
export function dutyTable({ duties, mayManage, version }, path, reload) {
  if (duties.length === 0) {
    return el('p', {}, mayManage ? 'Ninguna. Agréguelas en el registro del grupo: se recuerdan por correo.' : 'Ninguna.');
  }
  const place = el('div', {});
  const trouble = el('div', {});

  function note(duty) {
    const form = dutyForm(duty, path, version, reload, () => place.replaceChildren());
    place.replaceChildren(form);
    form.querySelector('input').focus();
  }

  async function takeBack(duty) {
    trouble.replaceChildren();
    try {
      await put(pathOf(path, duty), {}, version);
      await reload(`«${duty.title}» vuelve a estar pendiente.`);
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  }

  const button = (label, duty, action) =>
    el('button', { type: 'button', class: 'second small', onclick: () => void action(duty) }, label, el('span', { class: 'unseen' }, ` ${duty.title}`));

  return el(
    'div',
    {},
    table(
      'Obligaciones anuales del grupo',
      ['Obligación', 'Plazo', 'Estado', ...(mayManage ? ['Hacer'] : [])],
      duties.map(duty => [
        duty.title,
        day(duty.due),
        stateOf(duty),
        ...(mayManage ? [duty.done ? button('Deshacer', duty, takeBack) : button('Registrar', duty, note)] : []),
      ])
    ),
    trouble,
    place
  );
}

const pathOf = (path, duty) => `${path}/duties/${encodeURIComponent(duty.id)}/${duty.due.slice(0, 4)}`;

const stateOf = ({ done, isOverdue }) =>
  done
    ? [el('span', { class: 'state good' }, 'Hecho'), el('p', { class: 'soft' }, `${done.document}, del ${day(done.date)}`)]
    : el('span', { class: `state ${isOverdue ? 'bad' : 'main'}` }, isOverdue ? 'Vencida' : 'Pendiente');

function dutyForm(duty, path, version, reload, cancel) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const controls = { document: el('input', { type: 'text', autocomplete: 'off' }), date: el('input', { type: 'date' }) };
  const save = el('button', {}, 'Guardar');

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    const text = controls.document.value.trim();
    if (text === '') {
      // Without a document the server takes it back.
      showErrors([{ field: 'document', detail: 'Escriba con qué documento se cumplió.' }], summary, name => controls[name]);
      return;
    }
    save.disabled = true;
    try {
      await put(pathOf(path, duty), { document: text, date: controls.date.value || null }, version);
      await reload(`«${duty.title}» quedó registrada.`);
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
    el('h3', {}, `${duty.title}, ${duty.due.slice(0, 4)}`),
    summary,
    field('Documento con el que se cumplió', 'Por ejemplo «Informe 012-2024-OGPPM».', controls.document),
    field('Fecha del documento', null, controls.date),
    trouble,
    el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: cancel }, 'Cancelar'))
  );
}
