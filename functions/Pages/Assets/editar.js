// A plan written on the desk: its rows in forms, checked and imported as a file is; downloads and the copy beside it.
import { $, ask, dialog, el } from './dom.js';
import { get, upload } from './api.js';
import { begin } from './page.js';
import { addressOf, choosePlan, furnish, openDesk, planOf } from './desk.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { imported, ofDraft, preview } from './importing.js';
import { newPlan } from './newplan.js';
import { leftOut, notesOf } from './origins.js';
import { PlanDraft, isKept } from './plandraft.js';
import { sheets } from './planfields.js';
import { copying, downloads, toCheck } from './planfiles.js';
import { control, rowsOf } from './planrows.js';
import { clear, failure, show as showErrors } from './problems.js';

async function load(who) {
  const { id, plans } = await planOf(who);
  if (!id) {
    return { plans };
  }
  try {
    const overview = await openDesk(who);
    const [stored, { revision }] = await Promise.all([get(`/api/plans/${id}/file?format=json`), get(`/api/plans/${id}`)]);
    return { id, role: overview.role, header: overview.header, stored, revision };
  } catch (error) {
    // plan-not-found: the plan is new. not-allowed with a kept draft: the draft opens, importing is refused.
    const isNew = error.code === 'plan-not-found' && who.role !== 'nationalSecretariat';
    if (isNew || (error.code === 'not-allowed' && isKept(id))) {
      return { id, role: 'secretariat', header: null, stored: null, revision: 0, mayNotImport: !isNew || !(await mayManage(id)) };
    }
    throw error;
  }
}

// Only the secretariat of a plan is shown its members, also of one that is not there yet.
const mayManage = id =>
  get(`/api/plans/${id}/members`).then(
    () => true,
    error => {
      if (error.code !== 'not-allowed') {
        throw error;
      }
      return false;
    }
  );

function show(plan, who) {
  const place = $('#page');
  if (!plan.id) {
    furnish(who.role);
    place.append(plan.plans.length > 0 ? choosePlan(plan.plans) : '', who.role === 'nationalSecretariat' ? '' : newPlan('/editar'));
    return;
  }
  furnish(plan.role, plan.header?.body ?? plan.id, plan.header?.workingGroup);
  place.append(el('p', {}, el('strong', {}, plan.header?.name ?? `Plan nuevo: ${plan.id}`)));
  if (plan.role !== 'secretariat') {
    place.append(el('p', { class: 'box info' }, 'El plan lo cambia su Secretaría Técnica.'), downloads(plan.id, true, false, plan.stored.plan.kind), plan.stored.plan.kind ? '' : toCheck());
    return;
  }
  if (plan.stored?.plan.kind) {
    place.append(
      el('p', { class: 'box info' }, 'Las políticas y los planes de trabajo se cambian en su archivo: descárguelo, cámbielo e impórtelo.'),
      downloads(plan.id, true, true, plan.stored.plan.kind),
      el('p', {}, el('a', { href: `/importar?plan=${plan.id}` }, 'Importar el archivo'))
    );
    return;
  }
  editor(place, plan);
}

function editor(place, plan) {
  const { id, header, stored, revision } = plan;
  const draft = new PlanDraft(id, stored, revision);
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const result = el('div', { id: 'outcome', tabindex: '-1' });
  const said = outcome();
  const kept = el('p', { class: 'soft', role: 'status' });
  const check = el('button', { type: 'button', onclick: () => void run(draft.toFile(), true) }, 'Comprobar');
  const discard = el('button', { type: 'button', class: 'second', onclick: () => void throwAway() }, 'Descartar el borrador');
  const parts = {};
  let edits = 0;
  const desk = {
    draft,
    changed,
    notes: (sheet, row) => notesOf(draft.content.origin, sheet, row),
    addGoal: activity => parts.goals.add({ activity: String(activity.number) }),
    refreshOthers: sheet => others(sheet).forEach(part => part.refresh()),
    relabelOthers: sheet => others(sheet).forEach(part => part.relabel()),
  };
  const others = sheet => Object.keys(parts).filter(name => name !== sheet).map(name => parts[name]);
  const head = new Map(sheets.plan.fields.map(one => [one[0], control(draft, draft.file.plan, one, false, changed)]));
  for (const sheet of Object.keys(sheets).slice(1)) {
    parts[sheet] = rowsOf(sheet, desk);
  }
  const origin = leftOut(draft, text => {
    changed();
    parts.activities.refresh();
    parts.goals.refresh();
    said.done(text);
  });

  function changed() {
    edits++;
    result.replaceChildren();
    draft.changed(isWritten => sayKept(isWritten));
    sayKept(true);
  }

  function sayKept(isWritten) {
    discard.hidden = !draft.isKept;
    kept.textContent = !isWritten
      ? 'Este navegador no guarda nada: si cierra la página, se pierde lo que escribió.'
      : draft.isKept
        ? 'Hay cambios sin importar. Se guardan en este equipo hasta que los importe o los descarte.'
        : 'No hay cambios sin importar.';
  }

  async function throwAway() {
    const answer = await ask(dialog('¿Descartar el borrador?', el('p', {}, 'Se borra lo que escribió en este equipo y no importó. El plan queda como está en Avance.'), [['', 'Conservarlo'], ['discard', 'Descartarlo']]));
    if (answer === 'discard') {
      draft.forget();
      location.reload();
    }
  }

  // sent: what is imported is exactly what was checked. What is written meanwhile is neither.
  async function run(sent, dryRun) {
    const before = edits;
    check.disabled = true;
    clear(summary);
    result.replaceChildren(el('p', { class: 'soft' }, dryRun ? 'Comprobando…' : 'Importando…'));
    try {
      const receipt = await upload('POST', `/api/plans/${id}/import?dryRun=${dryRun}`, sent, 'application/json');
      if (!dryRun) {
        result.replaceChildren(await done(receipt, sent, edits === before));
      } else {
        result.replaceChildren(edits === before ? preview(receipt, () => void run(sent, false), ofDraft) : outdated());
      }
      // If something was written meanwhile, the focus stays at its field.
      if (edits === before) {
        result.focus();
      }
    } catch (error) {
      if (edits !== before && error.code === 'plan-file-invalid') {
        result.replaceChildren(outdated());
      } else if (error.code === 'plan-file-invalid') {
        result.replaceChildren();
        showErrors(error.problem.problems.map(problem => ({ field: problem, detail: sayOf(problem, draft.file) })), summary, find);
      } else {
        result.replaceChildren(failure(error));
        result.focus();
      }
    } finally {
      check.disabled = false;
    }
  }

  const outdated = () => el('p', { class: 'box warn', role: 'status' }, 'Usted cambió algo mientras se comprobaba. Compruébelo otra vez.');

  async function done(receipt, sent, isAll) {
    const before = draft.content.origin?.of;
    if (isAll) {
      draft.forget();
    }
    draft.imported(JSON.parse(await sent.text()), receipt.revision);
    if (!isAll) {
      draft.changed(sayKept);
    }
    sayKept(true);
    return el(
      'div',
      {},
      imported(receipt),
      isAll ? '' : el('p', { class: 'box warn' }, 'Lo que usted cambió mientras se importaba no está en el plan: sigue en este equipo. Compruébelo e impórtelo también.'),
      el('p', {}, el('a', { href: addressOf('/editar') }, 'Seguir con el plan'), ' · ', el('a', { href: addressOf('/inicio') }, 'Ir al resumen')),
      before ? el('p', {}, el('a', { href: addressOf('/atendidas', { de: before }) }, 'Comprobar qué recomendaciones del plan anterior atiende')) : null
    );
  }

  // Where a problem is: the import names sheets and columns as JSON does, and its titles where it compares with the plan.
  function find({ sheet, row, column }) {
    const [name, format] = Object.entries(sheets).find(([key, one]) => key === sheet || one.title === sheet) ?? [];
    const key = format?.fields.find(([one, label]) => one === column || label === column)?.[0] ?? column;
    return name === 'plan' ? (head.get(key) ?? null) : (parts[name]?.find(row ?? 0, key) ?? null);
  }

  place.append(
    plan.mayNotImport
      ? el('p', { class: 'box warn' }, `Su sesión no permite importar el plan ${id}. Pida a la secretaría nacional que lo nombre su Secretaría Técnica. Puede seguir escribiendo: el borrador queda en este equipo.`)
      : '',
    draft.isOutdated && stored ? el('p', { class: 'box warn' }, 'El plan cambió en Avance después de que empezó este borrador. Compruebe qué cambiaría antes de importarlo, o descarte el borrador.') : '',
    el('p', {}, stored ? 'Cambie lo que haga falta, compruébelo y luego impórtelo. Lo que el plan ya tiene no se quita aquí, porque las unidades informan sobre eso: para dejar sin efecto una actividad, registre una ' : 'Escriba el plan, compruébelo y luego impórtelo.', stored ? el('a', { href: addressOf('/enmiendas') }, 'enmienda') : '', stored ? '.' : ''),
    contents(stored, origin),
    kept,
    said.element,
    el('section', { class: 'part', 'aria-labelledby': 'hoja-plan' }, el('h2', { id: 'hoja-plan', tabindex: '-1' }, sheets.plan.title), ...sheets.plan.fields.map(([name, label, , hint]) => field(label, hint, head.get(name)))),
    origin ?? '',
    ...Object.entries(parts).map(([name, part]) =>
      el(
        'section',
        { class: 'part', 'aria-labelledby': `hoja-${name}` },
        el('h2', { id: `hoja-${name}`, tabindex: '-1' }, sheets[name].title),
        name === 'contacts' ? el('p', { class: 'hint' }, 'A quién se escribe de cada unidad. Son datos personales: si deja la lista vacía, quedan los que el plan tiene.') : '',
        part.element
      )
    ),
    el('section', { class: 'part', 'aria-labelledby': 'comprobar' }, el('h2', { id: 'comprobar', tabindex: '-1' }, 'Comprobar e importar'), el('p', {}, 'Nada cambia hasta que lo confirme.'), el('p', { class: 'buttons' }, check, discard), summary, result),
    downloads(id, stored !== null, true),
    stored ? copying(id, header) : '',
    stored ? toCheck() : '',
    el('details', {}, el('summary', {}, 'Empezar otro plan'), newPlan('/editar'))
  );
  sayKept(true);
}

const contents = (stored, origin) =>
  el(
    'nav',
    { 'aria-labelledby': 'partes' },
    el('h2', { id: 'partes', class: 'unseen' }, 'Partes de esta página'),
    el(
      'ul',
      { class: 'parts' },
      ...[
        ...Object.entries(sheets).flatMap(([name, { title }]) => [[`hoja-${name}`, title], name === 'plan' && origin ? ['fuera', 'De dónde viene'] : null]),
        ['comprobar', 'Comprobar e importar'],
        ['descargar', 'Descargar'],
        stored ? ['copiar', 'Copiar para el siguiente periodo'] : null,
        stored ? ['recomendado', 'Recomendaciones atendidas'] : null,
      ]
        .filter(Boolean)
        .map(([id, title]) => el('li', {}, el('a', { href: `#${id}` }, title)))
    )
  );

function sayOf({ sheet, row, column, value, expected }, file) {
  const [name, format] = Object.entries(sheets).find(([key, one]) => key === sheet || one.title === sheet) ?? [];
  const at = name && name !== 'plan' && row ? file[name][row - 1] : null;
  const label = format?.fields.find(([one]) => one === column)?.[1] ?? column;
  return `${[format?.title ?? sheet, at ? format.label(at) : null, label].filter(Boolean).join(', ')}: ${value ? `«${value}» no sirve, ` : ''}se espera ${expected}.`;
}

void begin(load, show);
