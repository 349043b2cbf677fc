// A plan as a file, the copy of it for the next years, and how it answers what the plan before recommended.
import { ask, dialog, el } from './dom.js';
import { get } from './api.js';
import { addressOf } from './desk.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { isPlanId, planIdHint } from './newplan.js';
import { isKept, start } from './plandraft.js';
import { clear, show as showErrors } from './problems.js';

const formats = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV en un ZIP'],
  ['json', 'JSON'],
];

const links = (path, name) =>
  el('p', { class: 'buttons' }, ...formats.map(([format, label]) => el('a', { class: 'button second', href: `${path}${path.includes('?') ? '&' : '?'}format=${format}`, download: '' }, label, el('span', { class: 'unseen' }, ` ${name}`))));

// exists: false for a plan that is not there yet. withContacts: whether this caller is given them. kind: as JSON calls it;
// none for a sector plan.
export const downloads = (id, exists, withContacts, kind) =>
  el(
    'section',
    { 'aria-labelledby': 'descargar' },
    el('h2', { id: 'descargar', tabindex: '-1' }, 'Descargar'),
    exists ? el('p', {}, `El plan con el formato de la importación: importarlo otra vez no cambia nada. ${withContacts ? 'Lleva los contactos: son datos personales.' : 'No lleva los contactos.'}`) : null,
    exists ? links(`/api/plans/${id}/file`, 'del plan') : null,
    el('p', {}, 'Una plantilla vacía, con una hoja de instrucciones que la importación no lee.'),
    links(kind ? `/api/plan-template?kind=${kind}` : '/api/plan-template', 'de la plantilla')
  );

// psig-2022-2023 → psig-2024-2025
const nextId = (id, years, first, last) => (id.includes(years) ? id.replace(years, first === last ? `${first}` : `${first}-${last}`) : `${id}-${first}`.slice(0, 63));

export function copying(id, header) {
  const length = header.lastYear - header.firstYear;
  const first = header.lastYear + 1;
  const years = length === 0 ? `${header.firstYear}` : `${header.firstYear}-${header.lastYear}`;
  const target = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', value: nextId(id, years, first, first + length) });
  const from = el('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', value: first });
  const to = el('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', value: first + length });
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const said = outcome();
  const button = el('button', {}, 'Preparar el plan siguiente');

  async function copy(event) {
    event.preventDefault();
    clear(summary);
    said.clear();
    const plan = target.value.trim();
    if (!isPlanId(plan) || plan === id) {
      showErrors([{ field: 'plan', detail: plan === id ? 'Escriba un identificador distinto del de este plan.' : `Identificador del plan siguiente: ${planIdHint}` }], summary, find);
      return;
    }
    if (isKept(plan) && (await ask(dialog('Ya hay un borrador de ese plan', el('p', {}, `Este equipo guarda un borrador de ${plan}. Si sigue, la copia lo reemplaza.`), [['', 'Conservar el borrador'], ['replace', 'Reemplazarlo']]))) !== 'replace') {
      return;
    }
    button.disabled = true;
    try {
      const query = new URLSearchParams({ firstYear: from.value.trim(), lastYear: to.value.trim() });
      const { file, ...origin } = await get(`/api/plans/${id}/successor?${query}`);
      if (!start(plan, { file, origin, revision: 0 })) {
        said.show(el('p', { class: 'box bad', role: 'alert' }, 'Este navegador no guarda nada: abra la página en una ventana que no sea privada.'));
        return;
      }
      location.assign(addressOf('/editar', { plan }, {}));
    } catch (error) {
      if (error.status === 422) {
        showErrors(error.errors, summary, find);
      } else {
        said.fail(error);
      }
    } finally {
      button.disabled = false;
    }
  }

  const find = name => ({ plan: target, firstYear: from, lastYear: to })[name] ?? null;
  return el(
    'section',
    { 'aria-labelledby': 'copiar' },
    el('h2', { id: 'copiar', tabindex: '-1' }, 'Copiar para el siguiente periodo'),
    el('p', {}, 'Prepara el borrador del plan siguiente con las unidades, las actividades, las metas y los periodos de este. Trae lo que se reprogramó, deja fuera lo que se suspendió o reformuló, y pone a la vista lo que el último informe recomendó. Nada se guarda en Avance hasta que usted lo importe.'),
    said.element,
    summary,
    el(
      'form',
      { class: 'amendment', novalidate: true, onsubmit: event => void copy(event) },
      field('Identificador del plan siguiente', 'El que le asignó la secretaría nacional. Si aún no lo tiene, pídalo: puede escribir el plan mientras tanto.', target),
      field('Primer año', null, from),
      field('Último año', null, to),
      el('p', { class: 'buttons' }, button)
    )
  );
}

export const toCheck = before =>
  el(
    'section',
    { 'aria-labelledby': 'recomendado' },
    el('h2', { id: 'recomendado', tabindex: '-1' }, 'Recomendaciones atendidas'),
    el('p', {}, 'Compare este plan con lo que recomendó el último informe del plan anterior.'),
    el('p', {}, el('a', { href: addressOf('/atendidas', { de: before }) }, 'Ver qué recomendaciones atiende este plan'))
  );
