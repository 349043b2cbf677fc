// Importing a plan file: checked first, with its errors beside the cells and what would change; then imported.
import { $, announce, el } from './dom.js';
import { upload } from './api.js';
import { begin } from './page.js';
import { addressOf, choosePlan, furnish, planOf, table } from './desk.js';
import { field } from './fields.js';
import { imported, preview } from './importing.js';
import { newPlan } from './newplan.js';
import { failure } from './problems.js';

async function show({ id, plans }, who) {
  furnish(who.plan ? who.role : 'secretariat', id);
  const place = $('#page');
  if (!id) {
    place.append(plans.length > 0 ? choosePlan(plans) : '', newPlan('/importar'));
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
    el(
      'p',
      {},
      'Descargue el plan, o una plantilla vacía con instrucciones, en ',
      el('a', { href: addressOf('/editar') }, 'la página del plan'),
      ', donde también se escribe sin archivo.'
    ),
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
