// What an import would change, or has changed.
import { announce, el } from './dom.js';
import { count } from './format.js';
import { table } from './desk.js';

export const imported = receipt =>
  el(
    'div',
    { class: 'box good', role: 'status' },
    el('p', {}, el('strong', {}, receipt.rowsWritten > 0 ? `El plan quedó importado: ${count(receipt.changes.added.length, 'fila nueva', 'filas nuevas')}, ${count(receipt.changes.changed.length, 'campo cambiado', 'campos cambiados')}.` : 'El plan ya estaba como dice el archivo.')),
    el('p', {}, `Es la revisión ${receipt.revision} del plan.`)
  );

// names: what is said of a file, or of what was written on the desk.
export function preview({ changes, revision }, onimport, { good, inFile, missing } = ofFile) {
  const isSame = changes.added.length === 0 && changes.changed.length === 0;
  announce(isSame ? `${good}. No cambia nada.` : `${good}. Revise qué cambiaría.`);
  return el(
    'div',
    {},
    el('h2', {}, isSame ? `${good} y no cambia nada` : `${good}: esto cambiaría`),
    el(
      'p',
      {},
      `${count(changes.added.length, 'fila nueva', 'filas nuevas')}, ${count(changes.changed.length, 'campo distinto', 'campos distintos')}, ${count(changes.unchanged, 'fila igual', 'filas iguales')}.`,
      revision === 0 ? ' El plan todavía no existe: se creará.' : ''
    ),
    changes.changed.length > 0
      ? table(
          'Campos que cambian',
          ['Fila', 'Hoja', 'Campo', 'Ahora', inFile],
          changes.changed.map(one => [one.key, one.sheet, one.field, el('span', { class: 'before' }, shown(one.before)), el('strong', {}, shown(one.inFile))])
        )
      : null,
    rows('Filas nuevas', changes.added),
    changes.keptByAmendment.length > 0
      ? el(
          'div',
          {},
          el('h3', {}, 'Quedan como las dejó una enmienda'),
          table(
            'Campos que no cambian',
            ['Fila', 'Hoja', 'Campo', 'Queda', inFile],
            changes.keptByAmendment.map(one => [one.key, one.sheet, one.field, el('strong', {}, shown(one.before)), el('span', { class: 'before' }, shown(one.inFile))])
          )
        )
      : null,
    rows(missing, changes.notInFile),
    isSame ? null : el('p', { class: 'buttons' }, el('button', { type: 'button', onclick: onimport }, 'Importar'))
  );
}

const ofFile = { good: 'El archivo está bien', inFile: 'En el archivo', missing: 'Filas del plan que no están en el archivo: quedan' };

export const ofDraft = { good: 'Todo está bien', inFile: 'Quedaría', missing: 'Filas del plan que no están aquí: quedan' };

const shown = text => text || 'vacío';

// By sheet, since there may be hundreds of them.
function rows(title, all) {
  const sheets = Map.groupBy(all, row => row.sheet);
  return all.length === 0
    ? null
    : el('details', { open: all.length <= 20 }, el('summary', {}, `${title} (${all.length})`), el('ul', {}, ...[...sheets].map(([sheet, some]) => el('li', {}, `${sheet}: ${some.map(row => row.key).join(', ')}`))));
}
