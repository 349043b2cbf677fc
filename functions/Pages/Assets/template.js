// The Word template of a body: its letterhead and styles, which the report takes.
import { el } from './dom.js';
import { remove, stored, upload } from './api.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { mark, unmark } from './problems.js';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function templateForm({ plan, role }) {
  const path = `/api/plans/${plan}/report-template`;
  const said = outcome();
  const state = el('div', {});
  const mayChange = role === 'secretariat';
  const file = el('input', { type: 'file', accept: '.docx', onchange: () => unmark(file) });
  const button = el('button', { class: 'second' }, 'Usar esta plantilla');

  async function load() {
    const isThere = await stored(path);
    state.replaceChildren(
      isThere
        ? el(
            'p',
            { class: 'buttons' },
            el('a', { class: 'button second', href: path, download: '' }, 'Descargar la plantilla actual'),
            mayChange ? el('button', { type: 'button', class: 'second', onclick: () => void attempt(takeAway) }, 'Quitar la plantilla') : null
          )
        : el('p', {}, 'No hay ninguna: el informe sale con el formato de Avance.')
    );
  }

  async function takeAway() {
    await remove(path);
    await load();
    said.done('La plantilla se quitó: el informe sale con el formato de Avance.');
  }

  async function send(event) {
    event.preventDefault();
    unmark(file);
    const chosen = file.files[0];
    if (!chosen) {
      mark(file, 'Elija primero un archivo DOCX.');
      file.focus();
      return;
    }
    button.disabled = true;
    await attempt(async () => {
      await upload('PUT', path, chosen, type);
      file.value = '';
      await load();
      said.done('La plantilla quedó guardada: la toman los documentos que pida desde ahora.');
    });
    button.disabled = false;
  }

  async function attempt(what) {
    said.clear();
    try {
      await what();
    } catch (error) {
      if (error.status === 422 || error.status === 413) {
        mark(file, error.detail);
        file.focus();
      } else {
        said.fail(error);
      }
    }
  }

  const element = el(
    'div',
    {},
    said.element,
    state,
    mayChange
      ? el(
          'form',
          { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
          field('Plantilla con el membrete y los estilos de su entidad', 'Un DOCX de hasta 5 MB, sin macros ni contenido de otros sitios.', file),
          el('p', { class: 'buttons' }, button)
        )
      : ''
  );
  return { element, load };
}
