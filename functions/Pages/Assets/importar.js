// Importing a plan file: checked first, with its errors beside the cells and what would change; then imported.
import { $, announce, el } from './dom.js';
import { upload } from './api.js';
import { begin } from './page.js';
import { count } from './format.js';
import { addressOf, choosePlan, furnish, planOf, table } from './desk.js';
import { field } from './fields.js';
import { failure, mark, unmark } from './problems.js';

async function show({ id, plans }, who) {
  furnish(who.plan ? who.role : 'secretariat', id);
  const place = $('#page');
  if (!id) {
    place.append(plans.length > 0 ? choosePlan(plans) : '', newPlan());
    return;
  }
  const file = el('input', { type: 'file', accept: '.xlsx,.zip,.json', onchange: () => outcome.replaceChildren() });
  const outcome = el('div', { id: 'outcome', tabindex: '-1' });
  const check = el('button', {}, 'Comprobar');

  async function send(event) {
    event.preventDefault();
    const chosen = file.files[0];
    if (!chosen) {
      outcome.replaceChildren(el('p', { class: 'box warn', role: 'alert' }, 'Elija primero un archivo.'));
      file.focus();
      return;
    }
    await run(chosen, true);
  }

  async function run(chosen, dryRun) {
    check.disabled = true;
    outcome.replaceChildren(el('p', { class: 'soft' }, dryRun ? 'Comprobando…' : 'Importando…'));
    try {
      const receipt = await upload('POST', `/api/plans/${id}/import?dryRun=${dryRun}`, chosen);
      outcome.replaceChildren(dryRun ? preview(receipt, () => void run(chosen, false)) : imported(receipt));
    } catch (error) {
      outcome.replaceChildren(error.code === 'plan-file-invalid' ? wrong(error) : failure(error));
    } finally {
      check.disabled = false;
      outcome.focus();
    }
  }

  place.append(
    el('p', {}, 'El archivo se comprueba primero: nada cambia hasta que lo confirme. La importación no borra nada.'),
    el(
      'form',
      { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
      field('Archivo del plan', 'Un libro de Excel (XLSX), hojas CSV en un ZIP, o JSON.', file),
      el('p', { class: 'buttons' }, check)
    ),
    outcome
  );
}

// A plan that is not there yet is in no list: its first secretariat brings it here.
function newPlan() {
  const name = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const go = event => {
    event.preventDefault();
    unmark(name);
    const plan = name.value.trim();
    if (plan === '') {
      mark(name, 'Escriba el identificador del plan.');
      name.focus();
      return;
    }
    location.assign(addressOf('/importar', { plan }));
  };
  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: go },
    field('Identificador de un plan que aún no está en Avance', 'Tal como lo dio quien le asignó el plan, por ejemplo psig-2026-2027.', name),
    el('p', { class: 'buttons' }, el('button', {}, 'Continuar'))
  );
}

const imported = receipt =>
  el(
    'div',
    { class: 'box good', role: 'status' },
    el('p', {}, el('strong', {}, receipt.rowsWritten > 0 ? `El plan quedó importado: ${count(receipt.changes.added.length, 'fila nueva', 'filas nuevas')}, ${count(receipt.changes.changed.length, 'campo cambiado', 'campos cambiados')}.` : 'El plan ya estaba como dice el archivo.')),
    el('p', {}, `Es la revisión ${receipt.revision} del plan.`)
  );

function preview({ changes, revision }, onimport) {
  const isSame = changes.added.length === 0 && changes.changed.length === 0;
  announce(isSame ? 'El archivo está bien. No cambia nada.' : 'El archivo está bien. Revise qué cambiaría.');
  return el(
    'div',
    {},
    el('h2', {}, isSame ? 'El archivo está bien y no cambia nada' : 'El archivo está bien: esto cambiaría'),
    el(
      'p',
      {},
      `${count(changes.added.length, 'fila nueva', 'filas nuevas')}, ${count(changes.changed.length, 'campo distinto', 'campos distintos')}, ${count(changes.unchanged, 'fila igual', 'filas iguales')}.`,
      revision === 0 ? ' El plan todavía no existe: se creará.' : ''
    ),
    changes.changed.length > 0
      ? table(
          'Campos que cambian',
          ['Fila', 'Hoja', 'Campo', 'Ahora', 'En el archivo'],
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
            'Campos que el archivo no cambia',
            ['Fila', 'Hoja', 'Campo', 'Queda', 'En el archivo'],
            changes.keptByAmendment.map(one => [one.key, one.sheet, one.field, el('strong', {}, shown(one.before)), el('span', { class: 'before' }, shown(one.inFile))])
          )
        )
      : null,
    rows('Filas del plan que no están en el archivo: quedan', changes.notInFile),
    isSame ? null : el('p', { class: 'buttons' }, el('button', { type: 'button', onclick: onimport }, 'Importar'))
  );
}

const shown = text => text || 'vacío';

// By sheet, since there may be hundreds of them.
function rows(title, all) {
  const sheets = Map.groupBy(all, row => row.sheet);
  return all.length === 0
    ? null
    : el('details', { open: all.length <= 20 }, el('summary', {}, `${title} (${all.length})`), el('ul', {}, ...[...sheets].map(([sheet, some]) => el('li', {}, `${sheet}: ${some.map(row => row.key).join(', ')}`))));
}

function wrong(error) {
  const { problems } = error.problem;
  announce(error.detail);
  return el(
    'div',
    {},
    el('div', { class: 'box bad', role: 'alert' }, el('h2', {}, error.title), el('p', {}, error.detail)),
    ...[...Map.groupBy(problems, problem => problem.sheet)].map(([sheet, some]) => sheetOf(sheet, some))
  );
}

// The cells at fault as the spreadsheet has them, each with what is expected there.
function sheetOf(sheet, problems) {
  const whole = problems.filter(problem => problem.row === null);
  const inRows = problems.filter(problem => problem.row !== null);
  const columns = [...new Set(inRows.map(problem => problem.column ?? ''))];
  const found = [...Map.groupBy(inRows, problem => problem.row)].toSorted(([a], [b]) => a - b);
  return el(
    'section',
    {},
    el('h3', {}, `Hoja ${sheet}`),
    whole.length > 0 ? el('ul', {}, ...whole.map(problem => el('li', {}, problem.column ? `${problem.column}: ` : '', cell(problem)))) : null,
    found.length > 0
      ? table(
          'Celdas por corregir',
          ['Fila', ...columns.map(column => column || 'Toda la fila')],
          found.map(([row, some]) => [
            String(row),
            ...columns.map(column => some.filter(problem => (problem.column ?? '') === column).map(cell)),
          ])
        )
      : null
  );
}

const cell = problem =>
  el(
    'div',
    {},
    problem.value ? el('span', { class: 'wrong' }, `«${problem.value}»`) : el('span', { class: 'wrong' }, 'vacío'),
    ` Se espera ${problem.expected}.`
  );

void begin(planOf, show);
